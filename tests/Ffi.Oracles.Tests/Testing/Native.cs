using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>The fixture, bound by hand: the mistakes are those of interop code that knows nothing of this library.</summary>
internal static unsafe partial class Native
{
    private const string Library = "oracles";

    [LibraryImport(Library, EntryPoint = "keep_address")]
    public static partial void KeepAddress(nint address);

    [LibraryImport(Library, EntryPoint = "kept_address")]
    public static partial nint KeptAddress();

    [LibraryImport(Library, EntryPoint = "call_during")]
    public static partial int CallDuring(nint callback, nint argument);

    [LibraryImport(Library, EntryPoint = "call_during")]
    public static partial int CallDuring(delegate* unmanaged<nint, int> callback, nint argument);

    [LibraryImport(Library, EntryPoint = "wait_for")]
    public static partial int WaitFor(int* entered, int* released, int seconds);

    [LibraryImport(Library, EntryPoint = "wait_for"), SuppressGCTransition]
    public static partial int WaitForWithoutTransition(int* entered, int* released, int seconds);

    [LibraryImport(Library, EntryPoint = "make_name")]
    public static partial nint MakeName();

    [LibraryImport(Library, EntryPoint = "free_name")]
    public static partial void FreeName(nint name);

    [LibraryImport(Library, EntryPoint = "live_names")]
    public static partial int LiveNames();

    [LibraryImport(Library, EntryPoint = "next_row")]
    public static partial void NextRow(int number);

    [LibraryImport(Library, EntryPoint = "row_text")]
    public static partial nint RowText();

    [LibraryImport(Library, EntryPoint = "open_slot")]
    public static partial int OpenSlot(int value);

    [LibraryImport(Library, EntryPoint = "close_slot")]
    public static partial void CloseSlot(int slot);

    [LibraryImport(Library, EntryPoint = "slot_value")]
    public static partial int SlotValue(int slot);

    [LibraryImport(Library, EntryPoint = "fail_with", SetLastError = true)]
    public static partial int FailWith(int error);

    [LibraryImport(Library, EntryPoint = "fail_with")]
    public static partial int FailQuietly(int error);

    [LibraryImport(Library, EntryPoint = "text_length")]
    public static partial int TextLength(byte* text);
}
