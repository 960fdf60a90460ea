using System.Runtime.InteropServices;
using System.Text;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Structs;

/// <summary>Texts that a struct points to, as many as C has pointers in it.</summary>
public sealed class FixedTextsTests
{
    private delegate int Describing(Span<byte> target);

    [Fact]
    public void EachText_ArrivesAtItsPointer()
    {
        Titles titles = Some();

        Assert.Equal("1|Ada,ö,NULL|Dr,?|2", Told(target => TitleFunctions.Describe(in titles, target, target.Length)));
        Assert.Equal("1|Ada,ö,NULL|Dr,?|2", Told(target => TitleFunctions.DescribeValue(titles, target, target.Length)));
    }

    [Fact]
    public void Null_IsNullForAll_AndALongerArrayGivesItsFirst()
    {
        Assert.Equal("0|NULL,NULL,NULL|NULL,NULL|0", Told(static target => TitleFunctions.Describe(default, target, target.Length)));
        Titles titles = Some() with { Utf8 = ["a", "b", "c", "d"] };
        Assert.Equal("1|a,b,c|Dr,?|2", Told(target => TitleFunctions.Describe(in titles, target, target.Length)));
    }

    [Fact]
    public void ShortArrays_AndTextsWithANul_AreRefused()
    {
        Titles titles = Some() with { Utf8 = ["a", "b"] };
        Assert.Equal("Utf8", Assert.Throws<ArgumentException>(() => TitleFunctions.Turn(ref titles)).ParamName);
        titles = Some() with { Utf16 = [new string('x', 1000), "a\0b"] };
        Assert.Equal("Utf16", Assert.Throws<ArgumentException>(() => TitleFunctions.Turn(ref titles)).ParamName);
    }

    [Fact]
    public void WhatNativeCodeLeaves_ComesBack()
    {
        Titles titles = Some();
        TitleFunctions.Turn(ref titles);

        Assert.Null(titles.Utf8![0]);
        Assert.Equal(",nöw,Ada", string.Join(',', titles.Utf8));
        Assert.Equal("Dr,Ä", string.Join(',', titles.Utf16!));
    }

    [Fact]
    public void WhatNativeCodeLeavesAlone_IsTheSameArray()
    {
        Titles titles = Some();
        string?[] before = titles.Utf8!;
        Told(target => TitleFunctions.DescribeReference(ref titles, target, target.Length));

        Assert.Same(before, titles.Utf8);
    }

    [Fact]
    public void WhatGoesIn_AllocatesNothing()
    {
        Titles titles = Some();
        byte[] target = new byte[100];

        Assert.Equal(0, Allocations.OfAMillion(() => TitleFunctions.Describe(in titles, target, target.Length)));
    }

    private static Titles Some() => new() { First = 1, Utf8 = ["Ada", "ö", null], Utf16 = ["Dr", "€"], Last = 2 };

    private static string Told(Describing describe)
    {
        Span<byte> target = stackalloc byte[200];
        return Encoding.UTF8.GetString(target[..describe(target)]);
    }
}

internal struct Titles
{
    public sbyte First;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3, ArraySubType = UnmanagedType.LPUTF8Str)] public string?[]? Utf8;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 2, ArraySubType = UnmanagedType.LPWStr)] public string?[]? Utf16;
    public sbyte Last;
}

[NativeLibrary("benchmarktest")]
internal static partial class TitleFunctions
{
    [NativeFunction("titles_describe")] internal static partial int Describe(in Titles titles, Span<byte> target, int size);
    [NativeFunction("titles_describe")] internal static partial int DescribeReference(ref Titles titles, Span<byte> target, int size);
    [NativeFunction("titles_describe_value")] internal static partial int DescribeValue(Titles titles, Span<byte> target, int size);
    [NativeFunction("titles_turn")] internal static partial void Turn(ref Titles titles);
}
