using Ffi.Generators.Reading;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What allocates native memory, and what frees it. Memory goes back to the family it came from.</summary>
internal static class Allocators
{
    private const string HGlobal = "Marshal.FreeHGlobal";
    private const string CoTaskMem = "Marshal.FreeCoTaskMem";
    private const string Bstr = "Marshal.FreeBSTR";
    private const string Malloc = "NativeMemory.Free";
    private const string Aligned = "NativeMemory.AlignedFree";

    /// <summary>Allocating function → family, which is named after the function that frees it.</summary>
    public static readonly Dictionary<string, string> Allocating = new(StringComparer.Ordinal)
    {
        ["Marshal.AllocHGlobal"] = HGlobal,
        ["Marshal.ReAllocHGlobal"] = HGlobal,
        ["Marshal.StringToHGlobalAnsi"] = HGlobal,
        ["Marshal.StringToHGlobalAuto"] = HGlobal,
        ["Marshal.StringToHGlobalUni"] = HGlobal,
        ["Marshal.SecureStringToGlobalAllocAnsi"] = HGlobal,
        ["Marshal.SecureStringToGlobalAllocUnicode"] = HGlobal,
        ["Marshal.AllocCoTaskMem"] = CoTaskMem,
        ["Marshal.ReAllocCoTaskMem"] = CoTaskMem,
        ["Marshal.StringToCoTaskMemAnsi"] = CoTaskMem,
        ["Marshal.StringToCoTaskMemAuto"] = CoTaskMem,
        ["Marshal.StringToCoTaskMemUni"] = CoTaskMem,
        ["Marshal.StringToCoTaskMemUTF8"] = CoTaskMem,
        ["Marshal.SecureStringToCoTaskMemAnsi"] = CoTaskMem,
        ["Marshal.SecureStringToCoTaskMemUnicode"] = CoTaskMem,
        ["Marshal.StringToBSTR"] = Bstr,
        ["Marshal.SecureStringToBSTR"] = Bstr,
        ["NativeMemory.Alloc"] = Malloc,
        ["NativeMemory.AllocZeroed"] = Malloc,
        ["NativeMemory.Realloc"] = Malloc,
        ["NativeMemory.AlignedAlloc"] = Aligned,
        ["NativeMemory.AlignedRealloc"] = Aligned,
        ["Utf8StringMarshaller.ConvertToUnmanaged"] = CoTaskMem,
        ["Utf16StringMarshaller.ConvertToUnmanaged"] = CoTaskMem,
        ["AnsiStringMarshaller.ConvertToUnmanaged"] = CoTaskMem,
        ["BStrStringMarshaller.ConvertToUnmanaged"] = Bstr,
    };

    /// <summary>Freeing function → the family it frees.</summary>
    public static readonly Dictionary<string, string> Freeing = new(StringComparer.Ordinal)
    {
        ["Marshal.FreeHGlobal"] = HGlobal,
        ["Marshal.ZeroFreeGlobalAllocAnsi"] = HGlobal,
        ["Marshal.ZeroFreeGlobalAllocUnicode"] = HGlobal,
        ["Marshal.FreeCoTaskMem"] = CoTaskMem,
        ["Marshal.ZeroFreeCoTaskMemAnsi"] = CoTaskMem,
        ["Marshal.ZeroFreeCoTaskMemUnicode"] = CoTaskMem,
        ["Marshal.ZeroFreeCoTaskMemUTF8"] = CoTaskMem,
        ["Marshal.FreeBSTR"] = Bstr,
        ["Marshal.ZeroFreeBSTR"] = Bstr,
        ["NativeMemory.Free"] = Malloc,
        ["NativeMemory.AlignedFree"] = Aligned,
        ["Utf8StringMarshaller.Free"] = CoTaskMem,
        ["Utf16StringMarshaller.Free"] = CoTaskMem,
        ["AnsiStringMarshaller.Free"] = CoTaskMem,
        ["BStrStringMarshaller.Free"] = Bstr,
    };

    /// <summary>Functions that move a block: the old pointer is dead once they return.</summary>
    public static readonly HashSet<string> Moving = new(StringComparer.Ordinal)
    {
        "Marshal.ReAllocHGlobal", "Marshal.ReAllocCoTaskMem", "NativeMemory.Realloc", "NativeMemory.AlignedRealloc",
    };

    /// <summary>Functions that are known to take their argument over, or to free it.</summary>
    public static readonly HashSet<string> TakeOver = new(StringComparer.Ordinal)
    {
        "SetClipboardData", "GlobalFree", "LocalFree", "HeapFree", "SysFreeString", "CoTaskMemFree",
    };

    /// <summary>C's own allocators, where a program declares them itself. <c>NativeMemory.Alloc</c> is <c>malloc</c>, so they are one
    /// family.</summary>
    public static string? OfEntryPoint(string entryPoint, out bool frees)
    {
        frees = entryPoint == CAllocators.Free;
        return CAllocators.Have(entryPoint) ? Malloc : null;
    }
}
