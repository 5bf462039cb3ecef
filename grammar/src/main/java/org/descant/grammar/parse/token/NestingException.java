package org.descant.grammar.parse.token;

import org.antlr.v4.runtime.RecognitionException;

/** Leaves an item that is nested deeper than the limit. */
public final class NestingException extends RecognitionException {
    NestingException(LimitedParser parser) {
        super(parser, parser.getInputStream(), parser.getContext());
        setOffendingToken(parser.getCurrentToken());
    }
}
