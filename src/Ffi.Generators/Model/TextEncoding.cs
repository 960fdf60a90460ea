namespace Ffi.Generators.Model;

/// <summary>How text is encoded on the native side. The numbers are those of <c>StringMarshalling</c>.</summary>
internal enum TextEncoding
{
    /// <summary>As a custom marshaller has it.</summary>
    Custom = 0,
    Utf8 = 1,
    Utf16 = 2,

    /// <summary><c>wchar_t</c>: UTF-16 on Windows, UTF-32 elsewhere. No number of <c>StringMarshalling</c>.</summary>
    Wide = 3,
}
