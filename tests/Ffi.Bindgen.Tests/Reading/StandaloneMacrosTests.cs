using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Reading;

public sealed class StandaloneMacrosTests
{
    [Theory]
    [InlineData("A 4", "B (A + 1)")]
    [InlineData("A 1000.0F", "B \"text\"")]
    [InlineData("MAKE(x, y) (((uint32_t)(x) << 22U) | ((uint32_t)(y)))", "B MAKE(1, 2)")]
    [InlineData("DEFINE(type) typedef struct type##_T *type", "B (~0U)")]
    public void NumbersAndTexts_NeedNoHeader(string first, string second)
    {
        string? source = StandaloneMacros.Write(Parse(first, second), static macro => macro.CanBeExpression, new HashSet<string>());
        Assert.NotNull(source);
        Assert.Contains("#define B ", source);
    }

    [Theory]
    [InlineData("A SOME_ENUM_MEMBER", "B 1")]
    [InlineData("A sizeof(struct s)", "B 1")]
    [InlineData("A ((callback_t)0)", "B A")]
    [InlineData("OTHER(x) another(x)", "B OTHER(1)")]
    public void WhatTheHeaderDeclares_NeedsIt(string first, string second) =>
        Assert.Null(StandaloneMacros.Write(Parse(first, second), static macro => macro.CanBeExpression, new HashSet<string>()));

    [Fact]
    public void AMacroThatMayBeUndefined_NeedsTheHeader() =>
        Assert.Null(StandaloneMacros.Write(Parse("A 1", "B 2"), static macro => macro.CanBeExpression, new HashSet<string> { "B" }));

    private static MacroText[] Parse(params string[] definitions) =>
        [
            .. definitions.Select(static text =>
                MacroText.Parse(
                    text,
                    text.IndexOf('(') is var bracket and >= 0 && bracket < (uint)text.IndexOf(' '),
                    new SourceLocation("test.h", 1))),
        ];
}
