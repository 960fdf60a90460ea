namespace Ffi.Bindgen.Sysroot;

/// <summary>The names of glibc's headers. Where it is installed they are in one folder with those of other libraries.</summary>
internal static class SystemHeaderNames
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "a.out.h", "aio.h", "aliases.h", "alloca.h", "ar.h", "argp.h", "argz.h", "arpa", "asm", "asm-generic", "assert.h", "bits",
        "byteswap.h", "complex.h", "cpio.h", "ctype.h", "dirent.h", "dlfcn.h", "elf.h", "endian.h", "envz.h", "err.h", "errno.h", "error.h",
        "execinfo.h", "fcntl.h", "features.h", "features-time64.h", "fenv.h", "finclude", "fmtmsg.h", "fnmatch.h", "fpu_control.h",
        "fstab.h", "fts.h", "ftw.h", "gconv.h", "getopt.h", "glob.h", "gnu", "gnu-versions.h", "grp.h", "gshadow.h", "iconv.h", "ieee754.h",
        "ifaddrs.h", "inttypes.h", "langinfo.h", "lastlog.h", "libgen.h", "libintl.h", "limits.h", "link.h", "linux", "locale.h",
        "malloc.h", "math.h", "mcheck.h", "memory.h", "mntent.h", "monetary.h", "mqueue.h", "net", "netdb.h", "netinet", "netpacket",
        "nl_types.h", "nss.h", "obstack.h", "paths.h", "poll.h", "printf.h", "proc_service.h", "protocols", "pthread.h", "pty.h", "pwd.h",
        "re_comp.h", "regex.h", "regexp.h", "resolv.h", "rpc", "sched.h", "scsi", "search.h", "semaphore.h", "setjmp.h", "sgtty.h",
        "shadow.h", "signal.h", "spawn.h", "stab.h", "stdc-predef.h", "stdint.h", "stdio.h", "stdio_ext.h", "stdlib.h", "string.h",
        "strings.h", "sys", "syscall.h", "sysexits.h", "syslog.h", "tar.h", "termio.h", "termios.h", "tgmath.h", "thread_db.h", "threads.h",
        "time.h", "ttyent.h", "uchar.h", "ucontext.h", "ulimit.h", "unistd.h", "utime.h", "utmp.h", "utmpx.h", "values.h", "wait.h",
        "wchar.h", "wctype.h",
        "wordexp.h",
    };

    /// <summary>Whether a header, as a program includes it, is glibc's or the kernel's.</summary>
    public static bool Contains(string name) => s_names.Contains(name.Split('/')[0]);
}
