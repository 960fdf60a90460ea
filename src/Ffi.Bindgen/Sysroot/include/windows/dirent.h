#pragma once
typedef struct __dirstream_t DIR;
struct dirent { long d_ino; unsigned short d_reclen, d_namlen; char d_name[260]; };
