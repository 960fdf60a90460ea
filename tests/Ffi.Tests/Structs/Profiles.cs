using System.Runtime.InteropServices;

namespace Ffi.Tests.Structs;

/// <summary>What C has as <c>badge</c>.</summary>
internal struct Badge
{
    public bool On;
    public char Letter;
    public string? Label;
}

/// <summary>What C has as <c>profile</c>, with a field of each kind that is converted.</summary>
internal struct Profile
{
    public string? Name;
    public bool Active;
    public int Level;
    [MarshalAs(UnmanagedType.LPWStr)] public string? Title;
    [MarshalAs(UnmanagedType.Bool)] public bool Visible;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)] public string? Code;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)] public short[]? Scores;
    public Badge Badge;
    [MarshalAs(UnmanagedType.VariantBool)] public bool Variant;
}

/// <summary>The same with fields that nobody else can see or set.</summary>
internal readonly struct HiddenProfile(string? name, bool active, int level, string? title, string? code, short[]? scores)
{
    public string? Name { get; } = name;

    private readonly bool _active = active;

    internal readonly int Level = level;

    [field: MarshalAs(UnmanagedType.LPWStr)]
    public string? Title { get; init; } = title;

    [MarshalAs(UnmanagedType.Bool)]
    private readonly bool _visible = active;

    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)]
    private readonly string? _code = code;

    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)]
    private readonly short[]? _scores = scores;

    private readonly Badge _badge = new() { On = active, Letter = 'h', Label = name };

    [MarshalAs(UnmanagedType.VariantBool)]
    private readonly bool _variant = active;

    public override string ToString() =>
        $"{Name} {_active} {Level} {Title} {_visible} {_code} {string.Join(",", _scores ?? [])} {_badge.On} {_badge.Letter} {_badge.Label} {_variant}";
}

/// <summary>The same as an object.</summary>
[StructLayout(LayoutKind.Sequential)]
internal class ProfileObject
{
    public string? Name;
    public bool Active;
    public int Level;
    [MarshalAs(UnmanagedType.LPWStr)] public string? Title;
    [MarshalAs(UnmanagedType.Bool)] public bool Visible;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)] public string? Code;
}

/// <summary>The rest of it, in a class of its own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal sealed class DerivedProfileObject : ProfileObject
{
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)] public short[]? Scores;
    public Badge Badge;
    [field: MarshalAs(UnmanagedType.VariantBool)] public bool Variant { get; set; }
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Packed
{
    public byte Kind;
    public string Text;
    public bool Flag;
    public long Number;
}

internal struct KeyPress
{
    public bool Pressed;
    public char Key;
}

/// <summary>A union, as SDL has its events.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct Event
{
    [FieldOffset(0)] public uint Type;
    [FieldOffset(8)] public long Number;
    [FieldOffset(8)] public KeyPress Key;
}

/// <summary>As Windows has it.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
internal struct FindData
{
    public uint Attributes;
    public System.Runtime.InteropServices.ComTypes.FILETIME Created, Accessed, Written;
    public uint SizeHigh, SizeLow;
    public uint Reserved0, Reserved1;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 260)] public string Name;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 14)] public string ShortName;
}

internal sealed class Ticket : SafeHandle
{
    public Ticket()
        : base(0, ownsHandle: true)
    {
    }

    public Ticket(nint number)
        : this() => SetHandle(number);

    public static int Released { get; private set; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Released++;
        return true;
    }
}

internal struct Lists
{
    public string?[]? Texts;
    public nuint TextCount;
    [LengthFrom(nameof(NumberCount))] public int[]? Numbers;
    public int NumberCount;
    public Ticket Ticket;
}

[NativeLibrary("benchmarktest")]
internal static partial class ProfileFunctions
{
    [NativeFunction("profile_describe")]
    internal static partial int Describe(in Profile profile, Span<byte> target, int size);

    [NativeFunction("profile_describe")]
    internal static partial int DescribeReference(ref Profile profile, Span<byte> target, int size);

    [NativeFunction("profile_describe_value")]
    internal static partial int DescribeValue(Profile profile, Span<byte> target, int size);

    [NativeFunction("profile_describe")]
    internal static partial int Describe(in HiddenProfile profile, Span<byte> target, int size);

    [NativeFunction("profile_describe_value")]
    internal static partial int DescribeValue(HiddenProfile profile, Span<byte> target, int size);

    [NativeFunction("profile_describe")]
    internal static partial int Describe(DerivedProfileObject? profile, Span<byte> target, int size);

    [NativeFunction("profile_length")]
    internal static partial int Length(in Profile profile);

    [NativeFunction("profile_change")]
    internal static partial void Change(ref Profile profile);

    [NativeFunction("profile_change")]
    internal static partial void Change(ref HiddenProfile profile);

    [NativeFunction("profile_change")]
    internal static partial void ChangeCopy(DerivedProfileObject profile);

    [NativeFunction("profile_change")]
    internal static partial void Change([In, Out] DerivedProfileObject? profile);

    [NativeFunction("profile_touch")]
    internal static partial void Touch(ref Profile profile);

    [NativeFunction("profile_make")]
    internal static partial void Make(out Profile profile);

    [NativeFunction("profile_make")]
    internal static partial void Make([Out] DerivedProfileObject profile);

    [NativeFunction("profile_return")]
    internal static partial Profile Return();

    [NativeFunction("profiles_describe")]
    internal static partial int Describe(ReadOnlySpan<Profile> profiles, int count, Span<byte> target, int size);

    [NativeFunction("profiles_describe")]
    internal static partial int DescribeArray(Profile[]? profiles, int count, Span<byte> target, int size);

    [NativeFunction("profiles_describe")]
    internal static partial int DescribeMemory(ReadOnlyMemory<Profile> profiles, int count, Span<byte> target, int size);

    [NativeFunction("profiles_change")]
    internal static partial void Change(Span<Profile> profiles, int count);

    [NativeFunction("profiles_change")]
    internal static partial void ChangeCopies(Profile[] profiles, int count);

    [NativeFunction("profiles_change")]
    internal static partial void ChangeArray([In, Out] Profile[] profiles, int count);

    [NativeFunction("profiles_change")]
    internal static partial void ChangeNew([Out] Profile[] profiles, int count);

    [NativeFunction("packed_describe")]
    internal static partial int Describe(in Packed packed, Span<byte> target, int size);

    [NativeFunction("packed_describe_value")]
    internal static partial int DescribeValue(Packed packed, Span<byte> target, int size);

    [NativeFunction("event_poll")]
    internal static partial int Poll(out Event e, uint type);

    [NativeFunction("find_first")]
    internal static partial int FindFirst(out FindData found);

    [NativeFunction("find_describe")]
    internal static partial int Describe(in FindData found, Span<byte> target, int size);

    [NativeFunction("list_describe")]
    internal static partial int Describe(in Lists lists, Span<byte> target, int size);

    [NativeFunction("list_fill")]
    internal static partial void Fill(ref Lists lists);
}

/// <summary>A library with a struct that only itself can name.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class PrivateProfileFunctions
{
    public static string Describe(string text)
    {
        Span<byte> target = stackalloc byte[64];
        return System.Text.Encoding.UTF8.GetString(
            target[
                ..Describe(
                    new PrivatePacked
                    {
                        Kind = 1,
                        Text = text,
                        Flag = true,
                        Number = 2,
                    },
                    target,
                    target.Length)
            ]);
    }

    [NativeFunction("packed_describe_value")] private static partial int Describe(PrivatePacked packed, Span<byte> target, int size);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PrivatePacked
    {
        public byte Kind;
        public string Text;
        public bool Flag;
        public long Number;
    }
}
