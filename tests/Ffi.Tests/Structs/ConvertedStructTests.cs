using System.Text;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Structs;

/// <summary>Structs that generated code converts, against what C sees and leaves.</summary>
public sealed class ConvertedStructTests
{
    private const string OfAda = "Adä|1|3|Dr|1|ABC|1,2,4|1,106,x|-1";
    private const string OfChanged = "renamed ä Dr€ True ABCDEFGH 11,12,14 False € ";

    private delegate int Describing(Span<byte> target);

    [Fact]
    public void AStruct_ArrivesFieldByField_HoweverItIsPassed()
    {
        Profile ada = Ada();
        Assert.Equal(OfAda, Told(target => ProfileFunctions.Describe(in ada, target, target.Length)));
        Assert.Equal(OfAda, Told(target => ProfileFunctions.DescribeReference(ref ada, target, target.Length)));
        Assert.Equal(OfAda, Told(target => ProfileFunctions.DescribeValue(ada, target, target.Length)));
    }

    [Fact]
    public void Null_IsNullOrEmptyOrZero()
    {
        Assert.Equal(
            "NULL|0|0|NULL|0||0,0,0|0,0,NULL|0",
            Told(static target => ProfileFunctions.DescribeValue(default(Profile), target, target.Length)));
        Assert.Equal(
            "NULL|0|0|NULL|0||0,0,0|0,0,NULL|0",
            Told(static target => ProfileFunctions.Describe(default(Profile), target, target.Length)));
    }

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("12345678", "1234567")]
    [InlineData("123456ä", "123456")]
    [InlineData("12345ä", "12345ä")]
    [InlineData("", "")]
    public void TextInsideOfAStruct_IsCutOffAtAWholeCharacter(string code, string seen)
    {
        Profile profile = Ada() with { Code = code };
        Assert.Equal(OfAda.Replace("ABC", seen), Told(target => ProfileFunctions.DescribeValue(profile, target, target.Length)));
    }

    [Fact]
    public void AnArrayInsideOfAStruct_GivesItsFirstElements_AndIsRefusedWhereItIsShort()
    {
        Profile profile = Ada() with { Scores = [8, 16, 32, 64] };
        Assert.Contains("|8,16,32|", Told(target => ProfileFunctions.DescribeValue(profile, target, target.Length)));
        profile.Scores = [1, 2];
        Assert.Equal("Scores", Assert.Throws<ArgumentException>(() => ProfileFunctions.Length(in profile)).ParamName);
    }

    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void LongText_FindsRoom(int length)
    {
        foreach (string unit in (string[])["x", "ä"])
        {
            Profile profile = Ada() with { Name = string.Concat(Enumerable.Repeat(unit, length)), Title = new string('t', 40) };
            Assert.Equal(Encoding.UTF8.GetByteCount(profile.Name), ProfileFunctions.Length(in profile));
        }
    }

    [Fact]
    public void ATextWithANul_IsRefused_AndWhatWasLentIsFreed()
    {
        Profile profile = Ada() with { Name = new string('n', 10_000), Title = "a\0b" };
        Assert.Equal("Title", Assert.Throws<ArgumentException>(() => ProfileFunctions.Length(in profile)).ParamName);
        profile = Ada() with { Badge = new() { Label = "a\0b" } };
        Assert.Equal("Label", Assert.Throws<ArgumentException>(() => ProfileFunctions.Length(in profile)).ParamName);
        profile = Ada() with { Code = "a\0b" };
        Assert.Equal("Code", Assert.Throws<ArgumentException>(() => ProfileFunctions.Length(in profile)).ParamName);
    }

    [Fact]
    public void AStructByReference_ComesBack_WithEveryTruthNormalized()
    {
        Profile profile = Ada();
        ProfileFunctions.Change(ref profile);
        Assert.Equal(OfChanged, Shown(profile));
        Assert.Equal((4, false, false), (profile.Level, profile.Visible, profile.Variant));
        Assert.True(profile.Active == true);
    }

    [Fact]
    public void WhatNativeCodeLeavesAlone_IsTheSameObject()
    {
        Profile profile = Ada();
        (string? name, string? title, string? code, short[]? scores, string? label) = (
            profile.Name, profile.Title, profile.Code, profile.Scores, profile.Badge.Label);
        ProfileFunctions.Touch(ref profile);
        Assert.Equal(4, profile.Level);
        Assert.Same(name, profile.Name);
        Assert.Same(title, profile.Title);
        Assert.Same(code, profile.Code);
        Assert.Same(scores, profile.Scores);
        Assert.Same(label, profile.Badge.Label);
    }

    [Fact]
    public void AStructThatNativeCodeMakes_IsRead()
    {
        ProfileFunctions.Make(out Profile made);
        Profile returned = ProfileFunctions.Return();
        Assert.Equal(OfChanged, Shown(made));
        Assert.Equal((1, true, true), (made.Level, made.Visible, made.Variant));
        Assert.Equal(OfChanged, Shown(returned));
        Assert.Equal((1, true, true), (returned.Level, returned.Visible, returned.Variant));
    }

    [Fact]
    public void FieldsThatNobodyCanSee_CrossAll()
    {
        HiddenProfile profile = new("näm", true, 5, "Sir", "CODE", [1, 2, 4]);
        Assert.Equal("näm|1|5|Sir|1|CODE|1,2,4|1,104,näm|-1", Told(target => ProfileFunctions.Describe(in profile, target, target.Length)));
        Assert.Equal(
            "näm|1|5|Sir|1|CODE|1,2,4|1,104,näm|-1",
            Told(target => ProfileFunctions.DescribeValue(profile, target, target.Length)));
        ProfileFunctions.Change(ref profile);
        Assert.Equal("renamed ä True 6 Dr€ False ABCDEFGH 11,12,14 False €  False", profile.ToString());
    }

    [Fact]
    public void AStructThatOnlyTheLibraryCanName_IsConverted() => Assert.Equal("1|hällo|1|2|18", PrivateProfileFunctions.Describe("hällo"));

    [Fact]
    public void APackedStruct_HasItsFieldsWhereCHasThem()
    {
        Packed packed = new() { Kind = 1, Text = "zwölf", Flag = true, Number = 1L << 40 };
        Assert.Equal("1|zwölf|1|1099511627776|18", Told(target => ProfileFunctions.Describe(in packed, target, target.Length)));
        Assert.Equal("1|zwölf|1|1099511627776|18", Told(target => ProfileFunctions.DescribeValue(packed, target, target.Length)));
    }

    [Fact]
    public void AUnion_HasEachFieldAtItsOffset()
    {
        Assert.Equal(64, ProfileFunctions.Poll(out Event e, 1));
        Assert.Equal((1u, -7L), (e.Type, e.Number));
        ProfileFunctions.Poll(out e, 2);
        Assert.Equal((2u, 'A'), (e.Type, e.Key.Key));
    }

    [Fact]
    public void WindowsFindData_IsReadAndPassed()
    {
        Assert.Equal(592, ProfileFunctions.FindFirst(out FindData found));
        Assert.Equal(
            (32u, 1u, 2u, "long file name.txt", "LONGFI~1.TXT"),
            (found.Attributes, found.SizeHigh, found.SizeLow, found.Name, found.ShortName));
        Assert.Equal("32|long file name.txt|LONGFI~1.TXT", Told(target => ProfileFunctions.Describe(in found, target, target.Length)));
    }

    [Fact]
    public void AnObject_IsAPointer_AndComesBackOnlyWhereItSaysOut()
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C writes to what does not come back.
        DerivedProfileObject ada = AdaObject();
        Assert.Equal(OfAda, Told(target => ProfileFunctions.Describe(ada, target, target.Length)));
        Assert.Equal("NULL", Told(static target => ProfileFunctions.Describe((DerivedProfileObject?)null, target, target.Length)));
        ProfileFunctions.ChangeCopy(ada);
        Assert.Equal(("Adä", 3), (ada.Name, ada.Level));
        ProfileFunctions.Change(ada);
        Assert.Equal(("renamed ä", 4, "ABCDEFGH", false, '€'), (ada.Name, ada.Level, ada.Code, ada.Variant, ada.Badge.Letter));
        Assert.Equal([11, 12, 14], ada.Scores!);
        ProfileFunctions.Change((DerivedProfileObject?)null);
        DerivedProfileObject made = AdaObject();
        ProfileFunctions.Make(made);
        Assert.Equal(("renamed ä", 1, true), (made.Name, made.Level, made.Variant));
    }

    [Fact]
    public void SpansAndArrays_AreConvertedOneByOne()
    {
        Profile[] profiles = [.. Enumerable.Range(0, 100).Select(static i => Ada() with { Name = i == 3 ? null : $"näm{i}", Level = i })];
        string all = string.Join(';', profiles.Select(static profile => $"{profile.Name ?? "NULL"},{profile.Level}"));
        Assert.Equal(
            all,
            Told(target => ProfileFunctions.Describe((ReadOnlySpan<Profile>)profiles, profiles.Length, target, target.Length)));
        Assert.Equal(all, Told(target => ProfileFunctions.DescribeArray(profiles, profiles.Length, target, target.Length)));
        Assert.Equal(all, Told(target => ProfileFunctions.DescribeMemory(profiles, profiles.Length, target, target.Length)));
        Assert.Equal("NULL", Told(static target => ProfileFunctions.DescribeArray(null, 0, target, target.Length)));
        Assert.Equal("NULL", Told(static target => ProfileFunctions.Describe(ReadOnlySpan<Profile>.Empty, 0, target, target.Length)));
        Assert.Equal("", Told(static target => ProfileFunctions.DescribeArray([], 0, target, target.Length)));
    }

    [Fact]
    public void ASpan_ComesBack_AndAnArrayWhereItSaysOut()
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C writes to what does not come back.
        Profile[] profiles = [Ada(), Ada() with { Level = 10 }];
        ProfileFunctions.Change(profiles.AsSpan(), 2);
        Assert.Equal([("even", 8), ("Adä", 22)], profiles.Select(static profile => (profile.Name, profile.Level)));
        ProfileFunctions.ChangeCopies(profiles, 2);
        Assert.Equal([("even", 8), ("Adä", 22)], profiles.Select(static profile => (profile.Name, profile.Level)));
        profiles[0].Name = "odd";
        ProfileFunctions.ChangeArray(profiles, 2);
        Assert.Equal([("even", 18), ("Adä", 46)], profiles.Select(static profile => (profile.Name, profile.Level)));
        ProfileFunctions.ChangeNew(profiles, 2);
        Assert.Equal([("even", 2), (null, 2)], profiles.Select(static profile => (profile.Name, profile.Level)));
    }

    [Fact]
    public void ArraysAndHandles_AreLentForTheCall()
    {
        Ticket ticket = new(7);
        Lists lists = new() { Texts = ["eins", null, "zwölf"], TextCount = 3, Numbers = [1, 2, 4], NumberCount = 3, Ticket = ticket };
        Assert.Equal("7:eins NULL zwölf 1 2 4 ", Told(target => ProfileFunctions.Describe(in lists, target, target.Length)));
        ProfileFunctions.Fill(ref lists);
        Assert.Same(ticket, lists.Ticket);
        Assert.Equal([1, 2, 4, 8], lists.Numbers!);
        int released = Ticket.Released;
        ticket.Dispose();
        Assert.Equal(released + 1, Ticket.Released);
        Assert.Throws<ObjectDisposedException>(() => ProfileFunctions.Fill(ref lists));
        lists.Ticket = null!;
        Assert.Equal("Ticket", Assert.Throws<ArgumentNullException>(() => ProfileFunctions.Fill(ref lists)).ParamName);
    }

    [Fact]
    public void WhatGoesIn_AllocatesNothing()
    {
        Profile ada = Ada();
        Profile[] many = [.. Enumerable.Repeat(ada, 40)];
        DerivedProfileObject adaObject = AdaObject();
        byte[] target = new byte[4096];
        Lists lists = new() { Texts = ["eins", null, "zwölf"], TextCount = 3, Numbers = [1, 2, 4], NumberCount = 3, Ticket = new(7) };
        Assert.Equal(0, Allocations.Of(10_000, () => ProfileFunctions.Describe(in ada, target, target.Length)));
        Assert.Equal(0, Allocations.Of(10_000, () => ProfileFunctions.DescribeValue(ada, target, target.Length)));
        Assert.Equal(0, Allocations.Of(10_000, () => ProfileFunctions.Describe(adaObject, target, target.Length)));
        Assert.Equal(
            0,
            Allocations.Of(1_000, () => ProfileFunctions.Describe((ReadOnlySpan<Profile>)many, many.Length, target, target.Length)));
        Assert.Equal(0, Allocations.Of(10_000, () => ProfileFunctions.Describe(in lists, target, target.Length)));
        Assert.Equal(0, Allocations.Of(10_000, () => ProfileFunctions.Touch(ref ada)));
    }

    private static Profile Ada() => new()
    {
        Name = "Adä",
        Active = true,
        Level = 3,
        Title = "Dr",
        Visible = true,
        Code = "ABC",
        Scores = [1, 2, 4],
        Badge = new() { On = true, Letter = 'j', Label = "x" },
        Variant = true,
    };

    private static DerivedProfileObject AdaObject() => new()
    {
        Name = "Adä",
        Active = true,
        Level = 3,
        Title = "Dr",
        Visible = true,
        Code = "ABC",
        Scores = [1, 2, 4],
        Badge = new() { On = true, Letter = 'j', Label = "x" },
        Variant = true,
    };

    private static string Shown(Profile profile) =>
        $"{profile.Name} {profile.Title} {profile.Active} {profile.Code} {string.Join(",", profile.Scores ?? [])} {profile.Badge.On} {profile.Badge.Letter} {profile.Badge.Label}";

    private static string Told(Describing describe)
    {
        byte[] target = new byte[8192];
        return Encoding.UTF8.GetString(target, 0, describe(target));
    }
}
