namespace Ffi.Generators.Planning;

/// <summary>The members of <c>System.Runtime.InteropServices.UnmanagedType</c> that have a meaning here.</summary>
internal static class UnmanagedTypes
{
    public const int Bool = 0x02;
    public const int I1 = 0x03;
    public const int U1 = 0x04;
    public const int I2 = 0x05;
    public const int U2 = 0x06;
    public const int LPWStr = 0x15;
    public const int LPTStr = 0x16;
    public const int Struct = 0x1B;
    public const int FunctionPtr = 0x26;
    public const int LPArray = 0x2A;
    public const int LPStruct = 0x2B;
    public const int CustomMarshaler = 0x2C;
    public const int LPUTF8Str = 0x30;

    /// <summary>Whether <c>[MarshalAs]</c> says of a number only what its C# type says already.</summary>
    public static bool IsWidthOf(int unmanagedType, string type) => (unmanagedType, type) is
        (I1, "sbyte") or (U1, "byte") or (I2, "short") or (U2, "ushort") or (0x07, "int") or (0x08, "uint")
        or (0x09, "long") or (0x0A, "ulong") or (0x0B, "float") or (0x0C, "double") or (0x1F, "nint") or (0x20, "nuint");
}
