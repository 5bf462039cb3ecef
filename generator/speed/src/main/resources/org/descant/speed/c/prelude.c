#include <math.h>
#include <stdint.h>
#include <string.h>
#include <tgmath.h>

#define LANES 512
#define BLOCK 4096

static inline real r_square(real x) { return x * x; }
static inline real r_cube(real x) { return (x * x) * x; }
static inline real r_fourth(real x) { return ((x * x) * x) * x; }
static inline real r_sqrt(real x) { return sqrt(x); }
static inline real r_abs(real x) { return fabs(x); }
// Of Java: NaN if either is, and -0 is smaller than +0.
static inline real r_min(real a, real b) { return a < b ? a : b < a ? b : a != a ? a : b != b ? b : signbit(a) ? a : b; }
static inline real r_max(real a, real b) { return a > b ? a : b > a ? b : a != a ? a : b != b ? b : signbit(a) ? b : a; }
static inline real r_clamp(real x, real low, real high) { return r_max(low, r_min(high, x)); }
static inline real r_sign(real x) { return x > 0 ? (real)1 : x < 0 ? (real)-1 : x; }
static inline real r_pow(real x, real y) { return pow(x, y); }
static inline real r_cbrt(real x) { return cbrt(x); }
static inline real r_exp(real x) { return exp(x); }
static inline real r_log(real x) { return log(x); }
static inline real r_log1p(real x) { return log1p(x); }
static inline real r_expm1(real x) { return expm1(x); }
static inline real r_tanh(real x) { return tanh(x); }
static inline real r_sin(real x) { return sin(x); }
static inline real r_cos(real x) { return cos(x); }
static inline real r_erf(real x) { return erf(x); }
static inline real r_floor(real x) { return floor(x); }
static inline real r_ceil(real x) { return ceil(x); }
static inline real r_round(real x) { return rint(x); }
static inline real r_mod(real a, real b) { return (real)((double)a - (double)b * floor((double)a / (double)b)); }
static inline real r_hypot(real x, real y) { return hypot(x, y); }
static inline real r_f32(real x) { return (float)x; }
static inline int r_isfinite(real x) { return fabs(x) <= (sizeof(real) == 4 ? (real)0x1.fffffep127 : (real)0x1.fffffffffffffp1023); }

// The nearest bfloat16, the even one of two.
static inline float bf16_of_float(float x) {
    uint32_t bits;
    memcpy(&bits, &x, 4);
    uint32_t rounded = (bits + 0x7fff + ((bits >> 16) & 1)) & 0xffff0000;
    bits = x != x ? bits : rounded;
    memcpy(&x, &bits, 4);
    return x;
}
// A double to odd, then to nearest, is a double to nearest.
static inline float odd_float(double x) {
    float near = (float)x;
    uint32_t bits;
    memcpy(&bits, &near, 4);
    if (near != x && fabs(x) < 0x1p128 && !(bits & 1)) {
        bits += (fabs((double)near) < fabs(x)) ? 1 : -1;
        memcpy(&near, &bits, 4);
    }
    return near;
}
static inline real r_bf16(real x) { return sizeof(real) == 4 ? bf16_of_float(x) : bf16_of_float(odd_float(x)); }
static inline real r_f16(real x) { return (real)(_Float16)x; }

// Reductions: over lanes, as many operations beside each other as make vector code, which are double in the end; and over a row.
#define REDUCTION(name, none, both, wide)                                                                            \
    static const double name##_none = none;                                                                          \
    static inline double name##_both(double a, double b) { return wide(a, b); }                                      \
    static void name##_begin(real *lanes, long count) {                                                              \
        for (long k = 0; k < count; k++) lanes[k] = none;                                                            \
    }                                                                                                                \
    static __attribute__((noinline)) void name##_take(real *restrict lanes, const real *restrict terms, long count) { \
        for (long k = 0; k < count; k++) lanes[k] = both(lanes[k], terms[k]);                                        \
    }                                                                                                                \
    static double name##_lanes(real *lanes) {                                                                        \
        double total = none;                                                                                         \
        for (long half = LANES / 2; half >= 16; half /= 2)                                                           \
            for (long k = 0; k < half; k++) lanes[k] = both(lanes[k], lanes[k + half]);                              \
        for (long k = 0; k < 16; k++) total = wide(total, lanes[k]);                                                 \
        name##_begin(lanes, LANES);                                                                                  \
        return total;                                                                                                \
    }                                                                                                                \
    static __attribute__((noinline)) double name##_row(const real *terms, long count) {                              \
        real lanes[64];                                                                                              \
        double total = none;                                                                                         \
        long k = 0;                                                                                                  \
        name##_begin(lanes, 64);                                                                                     \
        for (; k + 64 <= count; k += 64)                                                                             \
            for (long j = 0; j < 64; j++) lanes[j] = both(lanes[j], terms[k + j]);                                   \
        for (; k < count; k++) total = wide(total, terms[k]);                                                        \
        for (long j = 0; j < 64; j++) total = wide(total, lanes[j]);                                                 \
        return total;                                                                                                \
    }

static inline real r_plus(real a, real b) { return a + b; }
static inline double wide_plus(double a, double b) { return a + b; }
// Of numbers of the type at hand, and of infinities: nothing is rounded.
static inline double wide_max(double a, double b) { return r_max(a, b); }
static inline double wide_min(double a, double b) { return r_min(a, b); }
REDUCTION(r_sum, 0, r_plus, wide_plus)
REDUCTION(r_amax, -INFINITY, r_max, wide_max)
REDUCTION(r_amin, INFINITY, r_min, wide_min)
static void r_divide(real *cells, long count, double entries) {
    for (long k = 0; k < count; k++) cells[k] = (real)(cells[k] / entries);
}
