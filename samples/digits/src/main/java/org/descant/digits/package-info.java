/**
 * A small network in plain Java on a real data set, for optimizers to train: {@link org.descant.digits.Digits}, the data;
 * {@link org.descant.digits.Perceptron}, the model; {@link org.descant.digits.Training}, the loop.
 */
package org.descant.digits;
