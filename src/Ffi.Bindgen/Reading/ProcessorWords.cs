using System.Text;
using System.Text.RegularExpressions;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Tells whether headers say the same on two processors of one system, so that reading them once is enough.</summary>
/// <remarks>C's types have the same sizes there but for a few, and a header learns of its processor by macros of the compiler. Where none
/// of these words stands in any file, or only in conditions that hold on both or on neither, there is nothing that could differ.</remarks>
internal static partial class ProcessorWords
{
    /// <summary>Whether files say the same for both.</summary>
    /// <param name="files">All files that were read.</param>
    /// <param name="isStub">Whether a file is one of Ffi's own, whose types are known: only its conditions count.</param>
    /// <param name="one">A platform.</param>
    /// <param name="other">Another of the same system.</param>
    public static bool SayTheSame(IEnumerable<SourceFile> files, Func<SourceFile, bool> isStub, Platform one, Platform other) =>
        files.All(file => SaysTheSame(Encoding.Latin1.GetString(file.Bytes), isStub(file), one, other));

    /// <summary>The same of one file's text.</summary>
    public static bool SaysTheSame(string text, bool isStub, Platform one, Platform other)
    {
        if (!(isStub ? Macros() : Words()).IsMatch(text))
        {
            return true;
        }

        string code = Comments().Replace(text.Replace("\\\r\n", " ").Replace("\\\n", " "), " ");
        foreach (string line in code.Split('\n'))
        {
            Match condition = Condition().Match(line);
            bool saysTheSame = condition.Success ? AreEqual(condition, one, other) : !(isStub ? Macros() : Words()).IsMatch(line);
            if (!saysTheSame)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(Match condition, Platform one, Platform other)
    {
        string expression = condition.Groups["expression"].Value;
        if (!Macros().IsMatch(expression))
        {
            return true;
        }

        bool isOfName = condition.Groups["kind"].Value is "ifdef" or "ifndef";
        expression = isOfName ? $"defined({expression.Trim()})" : expression;
        return ConditionValue.Of(expression, one) is { } value && ConditionValue.Of(expression, other) == value;
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^\s*#\s*(?<kind>if|elif|ifdef|ifndef)\b(?<expression>.*)$")]
    private static partial Regex Condition();

    // What tells the processor, or a type that it has for itself.
    [GeneratedRegex(
        @"\b(__x86_64\w*|__amd64\w*|__i[3-6]86\w*|i386|_M_\w+|__arm\w*|__ARM\w*|__aarch64\w*|__AARCH64\w*|__SSE\w*|__AVX\w*|__MMX\w*|__CHAR_UNSIGNED__|__SIZEOF_\w+|__LDBL_\w+|__GCC_\w+|__WCHAR_\w+|__WINT_\w+|__BIGGEST_\w+)\b"
    )]
    private static partial Regex Macros();

    // Besides these: types of another size, alignment or sign, characters above 127, and what is compiled for a processor.
    [GeneratedRegex(
        @"\b(__x86_64\w*|__amd64\w*|__i[3-6]86\w*|i386|_M_\w+|__arm\w*|__ARM\w*|__aarch64\w*|__AARCH64\w*|__SSE\w*|__AVX\w*|__MMX\w*|__CHAR_UNSIGNED__|__SIZEOF_\w+|__LDBL_\w+|__GCC_\w+|__WCHAR_\w+|__WINT_\w+|__BIGGEST_\w+"
            + @"|va_list|__builtin_\w+|long\s+double|wchar_t|wint_t|CHAR_MIN|CHAR_MAX|__int128\w*|_Float16|__fp16|__bf16|__float128|max_align_t|_Complex|vectorcall|fastcall|regparm|ms_abi|sysv_abi|vector_size|asm|__asm\w*)\b|\(\s*char\s*\)|'\\[x2-7]"
    )]
    private static partial Regex Words();
}
