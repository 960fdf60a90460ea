using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Calling conventions as a digest writes them.</summary>
internal static class ConventionText
{
    // In the order of the enumeration.
    private static readonly string[] s_words = ["cdecl", "stdcall", "fastcall", "vectorcall", "ms_abi", "sysv_abi"];

    public static string Of(CallingConvention convention) => s_words[(int)convention];

    public static CallingConvention? Find(string word) =>
        Array.IndexOf(s_words, word) is >= 0 and var index ? (CallingConvention)index : null;
}
