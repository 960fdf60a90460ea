using System.Text;
using System.Text.RegularExpressions;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Ffi.Tests.Testing;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>Our system headers say what the real ones say: every macro's type and value, every type's size and alignment.</summary>
public sealed partial class SystemHeaderOracleTests
{
    private const string Everywhere =
        "time_t clock_t fpos_t div_t ldiv_t lldiv_t wint_t wctype_t mbstate_t jmp_buf imaxdiv_t size_t wchar_t ptrdiff_t intmax_t uintmax_t int_fast8_t int_fast16_t int_fast32_t "
        + "int_fast64_t sig_atomic_t max_align_t struct·lconv struct·tm struct·timespec struct·timeval struct·stat struct·sockaddr struct·sockaddr_in struct·sockaddr_in6 "
        + "struct·sockaddr_storage fd_set struct·addrinfo struct·hostent struct·servent struct·protoent struct·pollfd struct·in_addr struct·in6_addr struct·linger struct·ip_mreq "
        + "struct·ipv6_mreq off_t mode_t dev_t ino_t pid_t ssize_t";

    private const string Linux =
        "uid_t gid_t nlink_t blksize_t blkcnt_t suseconds_t socklen_t sa_family_t in_port_t in_addr_t nfds_t cpu_set_t sigset_t siginfo_t stack_t pthread_t pthread_attr_t "
        + "pthread_mutex_t pthread_mutexattr_t pthread_cond_t pthread_condattr_t pthread_rwlock_t pthread_rwlockattr_t pthread_barrier_t pthread_barrierattr_t pthread_once_t "
        + "pthread_key_t pthread_spinlock_t sem_t regex_t regmatch_t rlim_t fsblkcnt_t fsfilcnt_t key_t id_t clockid_t timer_t cc_t speed_t tcflag_t Dl_info iconv_t nl_item "
        + "eventfd_t useconds_t idtype_t fsid_t struct·sockaddr_un struct·msghdr struct·iovec struct·dirent struct·passwd struct·group struct·termios struct·rlimit struct·rusage "
        + "struct·utsname struct·statvfs struct·flock struct·sigaction struct·sigevent struct·timezone struct·itimerval struct·itimerspec struct·sched_param struct·winsize "
        + "struct·option struct·epoll_event struct·ifaddrs struct·ucred struct·if_nameindex struct·utimbuf struct·mmsghdr union·sigval";

    private const string Windows =
        "SOCKET DWORD BOOL HANDLE LARGE_INTEGER OVERLAPPED SYSTEMTIME FILETIME WIN32_FIND_DATAA WIN32_FIND_DATAW CRITICAL_SECTION SRWLOCK CONDITION_VARIABLE INIT_ONCE "
        + "SECURITY_ATTRIBUTES PROCESS_INFORMATION STARTUPINFOW SYSTEM_INFO COORD INPUT_RECORD KEY_EVENT_RECORD MSG WNDCLASSW BITMAPINFOHEADER BITMAPINFO RECT POINT SIZE GUID "
        + "WSADATA WSABUF QOS WSAPROTOCOL_INFOW WSAPOLLFD TRANSMIT_FILE_BUFFERS ADDRINFOW LUID WPARAM LPARAM LRESULT HRESULT ULONG_PTR SIZE_T pthread_t pthread_mutex_t "
        + "pthread_cond_t pthread_key_t pthread_once_t errno_t struct·_stat32 struct·_stat64 struct·_stat64i32 struct·timeb struct·utimbuf";

    // Vectors and words for operators are the compiler's, and complex.h takes a name that Windows' headers use.
    private static readonly string[] s_left =
    [
        "intrin.h", "arm_neon.h", "varargs.h", "iso646.h", "complex.h", "tgmath.h", "stdnoreturn.h", "stdalign.h", "threads.h",
    ];

    [CompilerTheory]
    [InlineData(Platform.LinuxX64, Linux, new[] { "c", "posix", "linux" }, new[] { "/usr/include/x86_64-linux-gnu", "/usr/include" })]
    [InlineData(Platform.LinuxArm64, Linux, new[] { "c", "posix", "linux" }, new[] { "/usr/aarch64-linux-gnu/include" })]
    [InlineData(Platform.WinX64, Windows, new[] { "c", "windows" }, new[] { "/usr/share/mingw-w64/include" })]
    public void TypesAndMacros_AreThoseOfTheRealHeaders(Platform platform, string types, string[] stubs, string[] system)
    {
        using HeaderFolder folder = new(("own.h", Header(stubs, [.. Everywhere.Split(' '), .. types.Split(' ')])));
        ReadRequest request = new()
        {
            Headers = [folder.PathOf("own.h")],
            Platforms = PlatformSet.Of(platform),
            RequireFunctions = false,
            Arguments = ["-D_GNU_SOURCE"],
        };
        HeaderDigest ours = Read(request);
        HeaderDigest real = Read(request with { SystemFolders = [SysrootOracleTests.Resource, .. system] });

        string[] sizes = [.. Sizes(ours, platform)];
        Assert.Equal(Everywhere.Split(' ').Length + types.Split(' ').Length, sizes.Length);
        Assert.Equal(Sizes(real, platform), sizes);

        // What a system has not defined is no constant here either; what it hides in an expression of its own stays out of the comparison.
        Dictionary<string, string> values = Values(real);
        KeyValuePair<string, string>[] common = [.. Values(ours).Where(pair => values.ContainsKey(pair.Key))];
        Assert.True(common.Length > 250, $"{common.Length} constants are compared.");
        Assert.Equal(common.Select(pair => $"{pair.Key} {values[pair.Key]}"), common.Select(static pair => $"{pair.Key} {pair.Value}"));
    }

    private static HeaderDigest Read(ReadRequest request)
    {
        ReadResult result = HeaderReader.Read(request);
        Assert.Empty(result.Problems);
        return result.Digest!;
    }

    // A header that includes all of the system's, and has a struct for each type and a macro for each of ours.
    private static string Header(string[] folders, string[] types)
    {
        StringBuilder text = new();
        HashSet<string> macros = [];
        text.Append("#if defined(_WIN32)\n#include <winsock2.h>\n#include <ws2tcpip.h>\n#include <windows.h>\n#endif\n");
        foreach (string folder in folders.Select(static folder => Repository.PathOf($"src/Ffi.Bindgen/Sysroot/include/{folder}")))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.h", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string name = Path.GetRelativePath(folder, file);
                if (s_left.Any(left => name.EndsWith(left, StringComparison.Ordinal)))
                {
                    continue;
                }

                macros.UnionWith(
                    Definition()
                        .Matches(File.ReadAllText(file))
                        .Select(static match => match.Groups[1].Value)
                        .Where(static macro => !macro.StartsWith("FFI_", StringComparison.Ordinal)));
                text.Append(
                    name.StartsWith("ffi_", StringComparison.Ordinal) ? "" : $"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n");
            }
        }

        text.AppendJoin("", types.Select(static type => $"struct own_{type.Replace('·', '_')} {{ {type.Replace('·', ' ')} value; }};\n"));
        return text.AppendJoin("", macros.Order(StringComparer.Ordinal).Select(static macro => $"#define OWN_{macro} {macro}\n"))
            .ToString();
    }

    private static IEnumerable<string> Sizes(HeaderDigest digest, Platform platform) =>
        digest
            .Records.Where(static record => record.Name.StartsWith("own_", StringComparison.Ordinal))
            .Select(record => $"{record.Name} {record.Layout.On(platform)}");

    private static Dictionary<string, string> Values(HeaderDigest digest) =>
        digest.Constants.ToDictionary(static constant => constant.Name, static constant => $"{constant.Type} {constant.Value}");

    [GeneratedRegex(@"^#define (\w+) +\S", RegexOptions.Multiline)]
    private static partial Regex Definition();
}
