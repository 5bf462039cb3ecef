// Both workloads by hand. The arrays of a tensor follow each other: w, g, m, v and, in training_step, the average.
// sizes: tensors, length. numbers: shrink, rate, root, which are 1 - lr decay, lr / (1 - beta1^t), 1 / sqrt(1 - beta2^t).
#include <math.h>

#define BETA1 0.9f
#define ONE_MINUS_BETA1 0.1f
#define BETA2 0.999f
#define ONE_MINUS_BETA2 0.001f
#define EPS 1e-8f
#define KEPT 0.999f
#define NEW 0.001f
#define LANES 64
#define BLOCK 4096

void adamw(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes) {
    const float shrink = numbers[0], rate = numbers[1], root = numbers[2];
    const long n = sizes[1];
    for (long tensor = 0; tensor < sizes[0]; tensor++, arrays += 4) {
        float *restrict w = arrays[0], *restrict g = arrays[1], *restrict m = arrays[2], *restrict v = arrays[3];
        for (long i = 0; i < n; i++) {
            const float mt = BETA1 * m[i] + ONE_MINUS_BETA1 * g[i];
            const float vt = BETA2 * v[i] + ONE_MINUS_BETA2 * (g[i] * g[i]);
            m[i] = mt;
            v[i] = vt;
            w[i] = shrink * w[i] - rate * mt / (sqrtf(vt) * root + EPS);
        }
    }
}

static double squares(const float *restrict g, long n) {
    double sum = 0;
    for (long from = 0; from < n; from += BLOCK) {
        const long to = from + BLOCK < n ? from + BLOCK : n;
        float lanes[LANES] = {0};
        long i = from;
        for (; i + LANES <= to; i += LANES)
            for (int lane = 0; lane < LANES; lane++) lanes[lane] += g[i + lane] * g[i + lane];
        for (; i < to; i++) lanes[0] += g[i] * g[i];
        for (int lane = 0; lane < LANES; lane++) sum += lanes[lane];
    }
    return sum;
}

void training_step(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes) {
    const float shrink = numbers[0], rate = numbers[1], root = numbers[2];
    const long n = sizes[1];
    double sum = 0;
    for (long tensor = 0; tensor < sizes[0]; tensor++) sum += squares(arrays[5 * tensor + 1], n);
    const float scale = 1 / fmax(sqrt(sum), 1);
    for (long tensor = 0; tensor < sizes[0]; tensor++, arrays += 5) {
        float *restrict w = arrays[0], *restrict g = arrays[1], *restrict m = arrays[2], *restrict v = arrays[3];
        float *restrict average = arrays[4];
        for (long i = 0; i < n; i++) {
            const float h = scale * g[i];
            const float mt = BETA1 * m[i] + ONE_MINUS_BETA1 * h;
            const float vt = BETA2 * v[i] + ONE_MINUS_BETA2 * (h * h);
            const float wt = shrink * w[i] - rate * mt / (sqrtf(vt) * root + EPS);
            m[i] = mt;
            v[i] = vt;
            w[i] = wt;
            average[i] = KEPT * average[i] + NEW * wt;
            g[i] = 0;
        }
    }
}
