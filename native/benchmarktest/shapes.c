// Shapes of well-known libraries, field by field as their headers have them.
#include "benchmarktest.h"

#include <stdio.h>
#include <stdlib.h>

// libgit2: git_strarray and git_checkout_options.
typedef struct strings
{
    char **strings;
    size_t count;
} strings;

typedef struct checkout_options
{
    unsigned int version;
    unsigned int strategy;
    int disable_filters;
    unsigned int dir_mode;
    unsigned int file_mode;
    int open_flags;
    unsigned int notify_flags;
    int (*notify)(unsigned int why, const char *path, void *payload);
    void *notify_payload;
    void (*progress)(const char *path, size_t completed, size_t total, void *payload);
    void *progress_payload;
    strings paths;
    void *baseline;
    void *baseline_index;
    const char *target_directory;
    const char *ancestor_label;
    const char *our_label;
    const char *their_label;
} checkout_options;

static const char *shown(const char *text) { return text == NULL ? "NULL" : text; }

EXPORT int32_t checkout_run(const checkout_options *o, char *target, int32_t size)
{
    int length = snprintf(target, (size_t)size, "%u %u %d %o %o %d %u to %s, %s %s %s", o->version, o->strategy, o->disable_filters, o->dir_mode, o->file_mode,
        o->open_flags, o->notify_flags, shown(o->target_directory), shown(o->ancestor_label), shown(o->our_label), shown(o->their_label));
    for (size_t i = 0; i < o->paths.count; i++)
    {
        const char *path = o->paths.strings[i];
        int answer = o->notify == NULL ? 0 : o->notify(1u << i, path, o->notify_payload);
        if (o->progress != NULL)
            o->progress(path, i + 1, o->paths.count, o->progress_payload);
        length += snprintf(target + length, (size_t)(size - length), "; %s %d", path, answer);
    }
    return length;
}

// libgit2: git_buf, which native code fills and the caller gives back.
typedef struct buffer
{
    char *ptr;
    size_t reserved;
    size_t size;
} buffer;

EXPORT int32_t buffer_set(buffer *b, const char *text)
{
    size_t length = strlen(text);
    free(b->ptr);
    b->ptr = malloc(length + 1);
    if (b->ptr == NULL)
        return -1;
    memcpy(b->ptr, text, length + 1);
    b->reserved = length + 1;
    b->size = length;
    return 0;
}

EXPORT void buffer_dispose(buffer *b)
{
    free(b->ptr);
    memset(b, 0, sizeof *b);
}

// libcurl: struct curl_fileinfo, which CURLOPT_CHUNK_BGN_FUNCTION gets.
typedef struct fileinfo
{
    char *filename;
    int filetype;
    int64_t time;
    unsigned int perm;
    int uid;
    int gid;
    int64_t size;
    long hardlinks;
    struct
    {
        char *time;
        char *perm;
        char *user;
        char *group;
        char *target;
    } strings;
    unsigned int flags;
    char *b_data;
    size_t b_size;
    size_t b_used;
} fileinfo;

EXPORT int32_t fileinfo_each(int32_t (*begin)(const fileinfo *info, void *user, int remains), void *user)
{
    fileinfo files[2];
    memset(files, 0, sizeof files);
    files[0].filename = "read\xC3\xA9.me";
    files[0].time = -1;
    files[0].perm = 0644;
    files[0].uid = 1;
    files[0].gid = 2;
    files[0].size = 1LL << 40;
    files[0].hardlinks = 4;
    files[0].strings.user = "ada";
    files[0].strings.group = "users";
    files[0].flags = 8;
    files[0].b_used = 16;
    files[1].filename = "link";
    files[1].filetype = 2;
    files[1].strings.target = "read.me";
    int32_t sum = 0;
    for (int i = 0; i < 2; i++)
        sum += begin(&files[i], user, 1 - i);
    return sum;
}
