using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What a preprocessor's condition comes to on a platform, as far as the compiler's own macros tell it.</summary>
internal sealed class ConditionValue
{
    private static readonly HashSet<string> s_x64 = new(StringComparer.Ordinal) { "__x86_64__", "__x86_64", "__amd64__", "__amd64" };

    private static readonly HashSet<string> s_arm64 = new(StringComparer.Ordinal) { "__aarch64__", "__ARM_ARCH" };

    private static readonly HashSet<string> s_linux = new(StringComparer.Ordinal) { "__linux__", "__LP64__", "_LP64" };

    private static readonly HashSet<string> s_windows = new(StringComparer.Ordinal) { "_WIN32", "_WIN64", "__MINGW32__" };

    private static readonly HashSet<string> s_nowhere = new(StringComparer.Ordinal)
    {
        "__ANDROID__", "__ILP32__", "__i386__", "__i386", "__ia64", "__ia64__", "_M_IA64", "__powerpc64__", "__powerpc__", "__arm__",
        "__APPLE__",
    };

    private readonly List<string> _tokens;
    private readonly Platform _platform;
    private int _place;

    private ConditionValue(string expression, Platform platform)
    {
        _tokens = Tokens(expression);
        _platform = platform;
    }

    /// <summary>Whether a condition holds; null if that depends on what isn't known here.</summary>
    public static bool? Of(string expression, Platform platform)
    {
        ConditionValue reader = new(expression, platform);
        bool? value = reader.ReadOr();
        return reader._place == reader._tokens.Count ? value : null;
    }

    private string Next => _place < _tokens.Count ? _tokens[_place] : "";

    private bool? ReadOr()
    {
        bool? value = ReadAnd();
        while (Take("||"))
        {
            bool? right = ReadAnd();
            value = value == true || right == true ? true : value is null || right is null ? null : false;
        }

        return value;
    }

    private bool? ReadAnd()
    {
        bool? value = ReadPart();
        while (Take("&&"))
        {
            bool? right = ReadPart();
            value = value == false || right == false ? false : value is null || right is null ? null : true;
        }

        return value;
    }

    // A comparison, or anything else that is calculated, isn't.
    private bool? ReadPart()
    {
        bool? value = ReadUnary();
        bool isKnown = true;
        for (int depth = 0; Next.Length > 0 && (depth > 0 || Next is not ("||" or "&&" or ")")); _place++)
        {
            isKnown = false;
            depth += Next == "(" ? 1 : Next == ")" ? -1 : 0;
        }

        return isKnown ? value : null;
    }

    private bool? ReadUnary()
    {
        if (Take("!"))
        {
            return !ReadUnary();
        }

        if (Take("("))
        {
            bool? value = ReadOr();
            return Take(")") ? value : null;
        }

        if (Take("defined"))
        {
            bool isBracketed = Take("(");
            string name = Next;
            _place++;
            return isBracketed && !Take(")") ? null : IsDefined(name);
        }

        string word = Next;
        _place++;
        return word is "0" or "1" ? word == "1" : null;
    }

    private bool? IsDefined(string name)
    {
        bool isLinux = PlatformNames.SystemOf(_platform) == PlatformNames.SystemOf(Platform.LinuxX64);
        bool isArm = _platform is Platform.LinuxArm64 or Platform.WinArm64 or Platform.OsxArm64;
        return s_nowhere.Contains(name) && _platform != Platform.OsxArm64 ? false
            : s_x64.Contains(name) ? !isArm
            : s_arm64.Contains(name) ? isArm
            : s_linux.Contains(name) ? isLinux
            : s_windows.Contains(name) ? !isLinux
            : null;
    }

    private bool Take(string token)
    {
        bool isNext = Next == token;
        _place += isNext ? 1 : 0;
        return isNext;
    }

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        for (int place = 0; place < text.Length;)
        {
            int start = place;
            if (char.IsLetterOrDigit(text[place]) || text[place] == '_')
            {
                while (place < text.Length && (char.IsLetterOrDigit(text[place]) || text[place] == '_'))
                {
                    place++;
                }
            }
            else
            {
                place += place + 1 < text.Length && text.AsSpan(place, 2) is "&&" or "||" or "==" or "!=" or ">=" or "<=" ? 2 : 1;
            }

            if (!char.IsWhiteSpace(text[start]))
            {
                tokens.Add(text[start..place]);
            }
        }

        return tokens;
    }
}
