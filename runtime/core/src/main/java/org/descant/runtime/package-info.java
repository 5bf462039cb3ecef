package org.descant.runtime;
