namespace Ffi.Headers.Checking;

/// <summary>Who makes values of a struct, which tells what a wrong size does.</summary>
[Flags]
internal enum StructUses
{
    /// <summary>Nothing but its name says that it is C's.</summary>
    Named = 0,

    /// <summary>Behind a raw pointer: made by either side.</summary>
    Pointed = 1,

    /// <summary>Made by C, and read by the program.</summary>
    Read = 2,

    /// <summary>Made by the program, one at a time, and passed by its address.</summary>
    Passed = 4,

    /// <summary>By value, or several in a row.</summary>
    Copied = 8,
}
