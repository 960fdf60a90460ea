#pragma once
struct stat {
    dev_t st_dev;
    ino_t st_ino;
#if defined(__x86_64__)
    nlink_t st_nlink;
    mode_t st_mode;
    uid_t st_uid;
    gid_t st_gid;
    int ffi_padding;
    dev_t st_rdev;
    off_t st_size;
    blksize_t st_blksize;
    blkcnt_t st_blocks;
    struct timespec st_atim, st_mtim, st_ctim;
    long ffi_reserved[3];
#else
    mode_t st_mode;
    nlink_t st_nlink;
    uid_t st_uid;
    gid_t st_gid;
    dev_t st_rdev;
    unsigned long ffi_padding;
    off_t st_size;
    blksize_t st_blksize;
    int ffi_padding_2;
    blkcnt_t st_blocks;
    struct timespec st_atim, st_mtim, st_ctim;
    int ffi_reserved[2];
#endif
};
#define stat64 stat
#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec
