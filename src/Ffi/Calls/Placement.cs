namespace Ffi.Calls;

/// <summary>Where in the frame one argument goes, in bytes from the frame's start.</summary>
/// <remarks>A frame is plain memory that looks like the machine at the moment of a call: the integer registers, the vector registers,
/// the stack. A placer says where a value belongs; a call loads the machine from the frame.</remarks>
/// <param name="Kind">How the value is written.</param>
/// <param name="First">Where the value, or its first part, goes.</param>
/// <param name="Second">What <paramref name="Kind"/> makes of it.</param>
internal readonly record struct Placement(PlacementKind Kind, int First, int Second = 0);
