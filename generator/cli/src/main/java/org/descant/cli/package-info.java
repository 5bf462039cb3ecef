package org.descant.cli;
