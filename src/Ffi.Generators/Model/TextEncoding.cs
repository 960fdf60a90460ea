namespace Ffi.Generators.Model;

/// <summary>How text is encoded on the native side. The numbers are those of <c>StringMarshalling</c>.</summary>
internal enum TextEncoding
{
    /// <summary>As a custom marshaller has it.</summary>
    Custom = 0,
    Utf8 = 1,
    Utf16 = 2,
}
