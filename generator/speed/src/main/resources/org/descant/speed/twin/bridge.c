#include <dlfcn.h>
#include <jni.h>
#include <stdlib.h>
#include <time.h>

typedef void (*function)(void **, const double *, const unsigned char *, const long *);

static void refuse(JNIEnv *env, const char *why) {
    (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/IllegalStateException"), why);
}

JNIEXPORT jlong JNICALL Java_org_descant_speed_twin_NativeCode_open(JNIEnv *env, jclass type, jstring path) {
    const char *name = (*env)->GetStringUTFChars(env, path, NULL);
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    (*env)->ReleaseStringUTFChars(env, path, name);
    if (!library) refuse(env, dlerror());
    return (jlong)library;
}

JNIEXPORT void JNICALL Java_org_descant_speed_twin_NativeCode_close(JNIEnv *env, jclass type, jlong library) {
    dlclose((void *)library);
}

JNIEXPORT jlong JNICALL Java_org_descant_speed_twin_NativeCode_function(
        JNIEnv *env, jclass type, jlong library, jstring symbol) {
    const char *name = (*env)->GetStringUTFChars(env, symbol, NULL);
    void *found = dlsym((void *)library, name);
    if (!found) refuse(env, name);
    (*env)->ReleaseStringUTFChars(env, symbol, name);
    return (jlong)found;
}

JNIEXPORT jlong JNICALL Java_org_descant_speed_twin_NativeCode_call(
        JNIEnv *env,
        jclass type,
        jlong called,
        jobjectArray arrays,
        jdoubleArray numbers,
        jbooleanArray flags,
        jlongArray sizes,
        jint times) {
    jsize count = (*env)->GetArrayLength(env, arrays);
    jobject *objects = calloc(count + 1, sizeof(jobject));
    void **pointers = calloc(count + 1, sizeof(void *));
    void **given = calloc(count + 1, sizeof(void *));
    for (jsize i = 0; i < count; i++) objects[i] = (*env)->GetObjectArrayElement(env, arrays, i);
    jdouble *values = (*env)->GetPrimitiveArrayCritical(env, numbers, NULL);
    jboolean *conditions = (*env)->GetPrimitiveArrayCritical(env, flags, NULL);
    jlong *lengths = (*env)->GetPrimitiveArrayCritical(env, sizes, NULL);
    for (jsize i = 0; i < count; i++) given[i] = pointers[i] = (*env)->GetPrimitiveArrayCritical(env, objects[i], NULL);
    struct timespec begin, end;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    for (jint i = 0; i < times; i++)
        ((function)called)(pointers, values, (const unsigned char *)conditions, (const long *)lengths);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    for (jsize i = count - 1; i >= 0; i--) (*env)->ReleasePrimitiveArrayCritical(env, objects[i], given[i], 0);
    (*env)->ReleasePrimitiveArrayCritical(env, sizes, lengths, 0);
    (*env)->ReleasePrimitiveArrayCritical(env, flags, conditions, 0);
    (*env)->ReleasePrimitiveArrayCritical(env, numbers, values, 0);
    // What the function has let change places has changed them in Java, too.
    for (jsize i = 0; i < count; i++)
        for (jsize j = 0; j < count; j++)
            if (i != j && pointers[i] == given[j]) (*env)->SetObjectArrayElement(env, arrays, i, objects[j]);
    for (jsize i = 0; i < count; i++) (*env)->DeleteLocalRef(env, objects[i]);
    free(objects);
    free(pointers);
    free(given);
    return (end.tv_sec - begin.tv_sec) * 1000000000L + (end.tv_nsec - begin.tv_nsec);
}
