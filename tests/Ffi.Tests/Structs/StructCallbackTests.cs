using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Structs;

internal struct State
{
    public bool On;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)] public string Code;
    [MarshalAs(UnmanagedType.VariantBool)] public bool Variant;
}

internal delegate void OnProfile(Profile profile, int index);

internal delegate int AskProfile(in Profile profile);

internal delegate long AskProfiles([LengthFrom("count")] ReadOnlySpan<Profile> profiles, int count);

internal delegate int AskProfileObject(ProfileObject? profile);

internal delegate void EditState(ref State state);

internal delegate State GetState(int index);

[NativeLibrary("benchmarktest")]
internal static partial class StructCallbackFunctions
{
    [NativeFunction("profile_visit")] internal static partial void Visit(OnProfile onProfile, int count);
    [NativeFunction("profile_visit")] internal static partial void VisitRetained([Retained] NativeCallback<OnProfile> onProfile, int count);
    [NativeFunction("profile_ask")] internal static partial int Ask(AskProfile onProfile, int index);
    [NativeFunction("profile_ask")] internal static partial int Ask([Retained] nint onProfile, int index);
    [NativeFunction("profile_ask")] internal static partial int AskObject(AskProfileObject onProfile, int index);
    [NativeFunction("profile_ask_all")] internal static partial long AskAll(AskProfiles onProfiles, int count);
    [NativeFunction("state_edit")] internal static partial int Edit(EditState edit, Span<byte> target, int size);
    [NativeFunction("state_get")] internal static partial int Get(GetState get, int index, Span<byte> target, int size);
}

internal static partial class StructCallbacks
{
    [NativeCallback(OnException = OnException.Default, Default = -1)]
    internal static int Ask(in Profile profile) => profile.Name!.Length + profile.Level;
}

/// <summary>Structs that native code passes to callbacks, and gets back from them.</summary>
public sealed class StructCallbackTests
{
    [Fact]
    public void AStructByValue_IsMadeForTheCallback()
    {
        List<string> seen = [];
        StructCallbackFunctions.Visit(
            (profile, index) => seen.Add($"{index} {profile.Name ?? "null"} {profile.Level} {profile.Visible} {profile.Code}"),
            3);
        Assert.Equal(["0 eins 0 False ", "1 zwölf 1 True ", "2 null 2 False "], seen);
        seen.Clear();
        using NativeCallback<OnProfile> retained = NativeCallback<OnProfile>.Create(
            (profile, index) => seen.Add($"{index} {profile.Name}"));
        StructCallbackFunctions.VisitRetained(retained, 2);
        Assert.Equal(["0 eins", "1 zwölf"], seen);
    }

    [Fact]
    public void AStructBehindAPointer_IsMadeForTheCallback()
    {
        Assert.Equal(6, StructCallbackFunctions.Ask(static (in Profile profile) => profile.Name!.Length + profile.Level, 1));
        Assert.Equal(6, StructCallbackFunctions.Ask(StructCallbacks.AskPointer, 1));
        Assert.Equal(-1, StructCallbackFunctions.Ask(StructCallbacks.AskPointer, 2));
        Assert.Equal(6, StructCallbackFunctions.AskObject(static profile => profile!.Name!.Length + profile.Level, 1));
    }

    [Fact]
    public void StructsAndTheirCount_AreASpan() =>
        Assert.Equal(
            4122,
            StructCallbackFunctions.AskAll(
                static (profiles, count) =>
                    (profiles.ToArray().Sum(static profile => profile.Name?.Length ?? 0) * 400)
                    + (profiles[1].Name!.Length * 100)
                    + (profiles.Length * 4)
                    + profiles[2].Level
                    + 5
                    + count,
                3));

    [Fact]
    public void AStructByReference_GoesBack()
    {
        byte[] target = new byte[64];
        int length = StructCallbackFunctions.Edit(
            static (ref State state) =>
                state = new State
                {
                    On = state.On == true && state.Variant,
                    Code = state.Code + "-long",
                    Variant = false,
                },
            target,
            target.Length);
        Assert.Equal("1|before-|0", Encoding.UTF8.GetString(target, 0, length));
    }

    [Fact]
    public void AStructThatACallbackReturns_IsConverted()
    {
        byte[] target = new byte[64];
        int length = StructCallbackFunctions.Get(
            static index => new State
            {
                On = true,
                Code = $"no {index}",
                Variant = true,
            },
            7,
            target,
            target.Length);
        Assert.Equal("1|no 7|-1", Encoding.UTF8.GetString(target, 0, length));
        Assert.Throws<FormatException>(() =>
            StructCallbackFunctions.Get(static _ => throw new FormatException(), 7, target, target.Length));
    }
}
