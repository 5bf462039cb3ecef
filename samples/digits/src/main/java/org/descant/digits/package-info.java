package org.descant.digits;
