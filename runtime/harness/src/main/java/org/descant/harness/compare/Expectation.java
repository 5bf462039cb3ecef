package org.descant.harness.compare;

import java.util.List;
import java.util.Map;

/**
 * What is expected of one step.
 *
 * @param points where gradients are asked for
 * @param quantities {@code w} and others, in the order in which they are compared, by name and tensor
 */
record Expectation(List<FedStep.Point> points, Map<String, Map<String, double[]>> quantities) {}
