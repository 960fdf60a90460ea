using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Text that native code reads up to a NUL.</summary>
internal static class TextPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        if (parameter is { Mode: PassingMode.Out, Type.Shape: TypeShape.String })
        {
            return New(parameter, names);
        }

        if (parameter.Mode != PassingMode.Value || EncodingOf(MarshalAsOf(parameter), parameter.Encoding) is not { } encoding)
        {
            return null;
        }

        bool isTerminated = (parameter.Traits & ParameterTraits.NulTerminated) != 0;
        return (parameter.Type, encoding, isTerminated) switch
        {
            ({ Shape: TypeShape.ReadOnlySpan, Element.Name: "byte" }, _, true) when parameter.MarshalAs is null => Terminated(
                parameter,
                names,
                "byte*"),
            ({ Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char }, TextEncoding.Utf16, true) => Terminated(
                parameter,
                names,
                "char*"),
            ({ Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char }, TextEncoding.Utf8, false) => Copied(
                parameter,
                names,
                "Utf8Text",
                "byte*"),
            ({ Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char }, TextEncoding.Utf16, false) => Copied(
                parameter,
                names,
                "Utf16Text",
                "char*"),
            ({ Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char }, TextEncoding.Wide, false) => Copied(
                parameter,
                names,
                "WideText",
                "void*"),
            ({ Shape: TypeShape.Array or TypeShape.Span or TypeShape.ReadOnlySpan, Element.Shape: TypeShape.String }, _, false)
                when !IsWritten(parameter) => encoding switch
            {
                TextEncoding.Utf8 => Copied(parameter, names, "TextArray<byte>", "byte**"),
                TextEncoding.Utf16 => Copied(parameter, names, "TextArray<char>", "char**"),
                TextEncoding.Wide => Copied(parameter, names, "WideTextArray", "void**"),
                _ => null,
            },
            ({ Shape: TypeShape.String }, TextEncoding.Utf8, _) => Copied(parameter, names, "Utf8Text", "byte*"),
            ({ Shape: TypeShape.String }, TextEncoding.Utf16, _) => Pinned(parameter, names),
            ({ Shape: TypeShape.String }, TextEncoding.Wide, _) => Copied(parameter, names, "WideText", "void*"),
            _ => null,
        };
    }

    /// <summary>The encoding that holds: the parameter's own where <c>[MarshalAs]</c> names one, else the function's.</summary>
    public static TextEncoding? EncodingOf(int? marshalAs, TextEncoding encoding) => marshalAs switch
    {
        null => encoding,
        UnmanagedTypes.LPUTF8Str => TextEncoding.Utf8,
        UnmanagedTypes.LPWStr or UnmanagedTypes.LPTStr => TextEncoding.Utf16,
        _ => null,
    };

    // The declaration has to say who owns the text. Nothing says how long borrowed text would live.
    private static NewTextParameter? New(ParameterModel parameter, LocalNames names)
    {
        if (parameter.Ownership is not { FreedWith: not null })
        {
            return null;
        }

        string? native = EncodingOf(parameter.MarshalAs, parameter.Encoding) switch
        {
            TextEncoding.Utf8 => "byte*",
            TextEncoding.Utf16 => "char*",
            TextEncoding.Wide => "void*",
            _ => null,
        };
        return native is null ? null : new NewTextParameter(
            Declaration.Of(parameter),
            native + "*",
            Identifier.Escape(parameter.Name),
            native,
            names.Take(parameter.Name + "Value"),
            parameter.Type.Name.EndsWith("?", StringComparison.Ordinal),
            FreePlan.Of(parameter.Ownership, parameter.Name + "Free", names));
    }

    // For an array of strings, the [MarshalAs] of its elements.
    private static int? MarshalAsOf(ParameterModel parameter) =>
        parameter
            is {
                MarshalAs: UnmanagedTypes.LPArray,
                Type: { Shape: TypeShape.Array or TypeShape.Span or TypeShape.ReadOnlySpan, Element.Shape: TypeShape.String }
            }
            ? parameter.ArraySubType
            : parameter.MarshalAs;

    private static bool IsWritten(ParameterModel parameter) => (parameter.Traits & ParameterTraits.Out) != 0;

    private static CopiedTextParameter Copied(ParameterModel parameter, LocalNames names, string buffer, string native) => new(
        Declaration.Of(parameter),
        native,
        Identifier.Escape(parameter.Name),
        parameter.Name,
        buffer,
        names.Take(parameter.Name + "Text"),
        names.Take(parameter.Name + "Scratch"),
        names.Take(parameter.Name + "Pointer"));

    private static PinnedTextParameter Pinned(ParameterModel parameter, LocalNames names) => new(
        Declaration.Of(parameter),
        "char*",
        Identifier.Escape(parameter.Name),
        parameter.Name,
        names.Take(parameter.Name + "Pointer"));

    private static PinnedParameter Terminated(ParameterModel parameter, LocalNames names, string native) => new(
        Declaration.Of(parameter),
        native,
        PinnedPlanner.FirstOf(Identifier.Escape(parameter.Name)),
        names.Take(parameter.Name + "Pointer"));
}
