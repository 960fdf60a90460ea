namespace Ffi.Bindgen.Reading;

/// <summary>Standard headers that a header leaves for its users to include first, as <c>jpeglib.h</c> does with <c>stdio.h</c>.</summary>
internal static class ForgottenIncludes
{
    private static readonly Dictionary<string, string> s_headers = new(StringComparer.Ordinal)
    {
        ["size_t"] = "stddef.h",
        ["ptrdiff_t"] = "stddef.h",
        ["wchar_t"] = "stddef.h",
        ["FILE"] = "stdio.h",
        ["va_list"] = "stdarg.h",
        ["bool"] = "stdbool.h",
        ["int8_t"] = "stdint.h",
        ["uint8_t"] = "stdint.h",
        ["int16_t"] = "stdint.h",
        ["uint16_t"] = "stdint.h",
        ["int32_t"] = "stdint.h",
        ["uint32_t"] = "stdint.h",
        ["int64_t"] = "stdint.h",
        ["uint64_t"] = "stdint.h",
        ["intptr_t"] = "stdint.h",
        ["uintptr_t"] = "stdint.h",
        ["time_t"] = "time.h",
        ["off_t"] = "sys/types.h",
        ["ssize_t"] = "sys/types.h",
        ["u_char"] = "sys/types.h",
        ["u_int"] = "sys/types.h",
        ["uint"] = "sys/types.h",
    };

    /// <summary>The includes that would name what a compiler found unknown.</summary>
    public static string Find(IEnumerable<ReadProblem> problems) => string.Concat(problems
        .Where(static problem => problem.Message.StartsWith("unknown type name '", StringComparison.Ordinal))
        .Select(static problem => s_headers.GetValueOrDefault(problem.Message.Split('\'')[1]))
        .Where(static header => header is not null)
        .Distinct()
        .Select(static header => $"#include <{header}>\n"));
}
