package org.descant.runtime;

/** What gives a rule its inputs when they are read, and only then. */
@FunctionalInterface
public interface InputSource {
    /**
     * Gives the input of that name its value for this step, by {@link Optimizer#input}: a number, or the values of every tensor. It is
     * called once, before the input is first read, on the steps that read it. Whatever is thrown ends the step; values, state and
     * {@link Optimizer#t} are as before it then.
     */
    void give(String input);
}
