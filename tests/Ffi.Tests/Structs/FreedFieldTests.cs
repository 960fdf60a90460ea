namespace Ffi.Tests.Structs;

internal struct Message
{
    [FreedWith("message_free")] public string? Text;
    public int Code;
    [FreedWith("message_free"), LengthFrom(nameof(PartCount))] public int[]? Parts;
    public int PartCount;
}

internal struct Envelope
{
    public Message Message { get; set; }
}

[NativeLibrary("benchmarktest")]
internal static partial class MessageFunctions
{
    [NativeFunction("message_replace")] internal static partial void Make(out Message message);
    [NativeFunction("message_replace")] internal static partial void Replace(ref Message message);
    [NativeFunction("message_replace")] internal static partial void Replace(ref Envelope envelope);
    [NativeFunction("message_keep")] internal static partial void Keep(ref Message message);
    [NativeFunction("message_return")] internal static partial Message Return();
    [NativeFunction("message_count")] internal static partial int Outstanding();
}

/// <summary>The same, bound to a module.</summary>
[NativeLibrary]
internal sealed partial class MessageModule
{
    [NativeFunction("message_replace")] internal partial void Replace(ref Message message);
    [NativeFunction("message_return")] internal partial Message Return();
}

/// <summary>Memory that native code returns in a struct, and that is freed once it is copied.</summary>
public sealed class FreedFieldTests
{
    [Fact]
    public void WhatNativeCodeHandsOut_IsCopiedAndFreed()
    {
        int before = MessageFunctions.Outstanding();
        MessageFunctions.Make(out Message made);
        Assert.Equal(("first", 1), (made.Text, made.Code));
        Assert.Equal([1, 2], made.Parts!);
        Message returned = MessageFunctions.Return();
        Assert.Equal(("first", 1), (returned.Text, returned.Code));
        Assert.Equal(before, MessageFunctions.Outstanding());
    }

    [Fact]
    public void WhatWasLent_IsNotFreed_AndWhatStandsInItsPlaceIs()
    {
        int before = MessageFunctions.Outstanding();
        Message message = new() { Text = "mine", Code = 4, Parts = [8], PartCount = 1 };
        MessageFunctions.Keep(ref message);
        Assert.Equal(("mine", 5), (message.Text, message.Code));
        MessageFunctions.Replace(ref message);
        Assert.Equal(("next", 6), (message.Text, message.Code));
        Assert.Equal([1, 2], message.Parts!);
        Envelope envelope = default;
        MessageFunctions.Replace(ref envelope);
        Assert.Equal(("first", 1), (envelope.Message.Text, envelope.Message.Code));
        Assert.Equal(before, MessageFunctions.Outstanding());
    }

    [Fact]
    public void AModulesFunction_FreesThemToo()
    {
        int before = MessageFunctions.Outstanding();
        using NativeModule module = NativeModule.Load("benchmarktest");
        MessageModule messages = new(module);
        Message message = messages.Return();
        messages.Replace(ref message);
        Assert.Equal(("next", 2), (message.Text, message.Code));
        Assert.Equal(before, MessageFunctions.Outstanding());
    }
}
