package org.descant.compiler;
