using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What our attributes have to be on, and have to name, to have an effect.</summary>
internal static class AttributeRules
{
    private const string OfCallback = "native code calls it, and can't see attributes. Remove the attribute";

    private static readonly Dictionary<string, Func<AttributeUse, IEnumerable<Problem?>>> s_rules = new()
    {
        ["BorrowedFrom"] = BorrowedFrom,
        ["FreedWith"] = FreedWith,
        ["Frees"] = Frees,
        ["LastError"] = LastError,
        ["LengthFrom"] = LengthFrom,
        ["NativeCallback"] = NativeCallback,
        ["NulTerminated"] = NulTerminated,
        ["Retained"] = Retained,
    };

    /// <summary>What of a signature's attributes means nothing.</summary>
    public static IEnumerable<Problem> FindProblems(FunctionModel function, SignatureKind kind)
    {
        if (function.ReturnAttributes.Count == 0 && function.Parameters.All(static parameter => parameter.Attributes.Count == 0))
        {
            return [];
        }

        IEnumerable<AttributeUse> uses = function
            .ReturnAttributes.Select(attribute => new AttributeUse(attribute, function, kind, -1))
            .Concat(
                function.Parameters.SelectMany(
                    (parameter, index) => parameter.Attributes.Select(attribute => new AttributeUse(attribute, function, kind, index))));
        return uses.SelectMany(static use =>
                s_rules.TryGetValue(use.Attribute.Name, out Func<AttributeUse, IEnumerable<Problem?>>? rule) ? rule(use) : [])
            .OfType<Problem>();
    }

    private static IEnumerable<Problem?> BorrowedFrom(AttributeUse use)
    {
        if (FindUngiven(use) is { } ungiven)
        {
            yield return ungiven;
            yield break;
        }

        if (use.Type.Shape == TypeShape.String)
        {
            yield return use.Idle(
                "a string is a copy, which stays valid. Remove the attribute, or return a pointer or a ReadOnlySpan<byte>");
        }

        string owner = use.Attribute.Text;
        if (owner == "this")
        {
            yield return (use.Function.Flaws & FunctionFlaws.Static) != 0
                ? use.Unknown("", owner, $"'{use.Function.Name}' is static. Name the parameter that owns the memory")
                : null;
        }
        else if (!use.Function.Parameters.Where((_, index) => index != use.Index).Any(parameter => parameter.Name == owner))
        {
            yield return use.Unknown(
                "",
                owner,
                $"'{use.Function.Name}' has no parameter of that name. Name the parameter that owns the memory, or \"this\"");
        }

        foreach (string symbol in use.Attribute.Texts("InvalidatedBy"))
        {
            yield return FindBlank(use, "InvalidatedBy", symbol);
        }
    }

    private static IEnumerable<Problem?> FreedWith(AttributeUse use)
    {
        yield return FindUngiven(use)
            ?? (
                use.Type.Shape == TypeShape.SafeHandle
                    ? use.Idle("a SafeHandle frees its handle in ReleaseHandle. Remove the attribute")
                    : null)
            ?? FindBlank(use, "", use.Attribute.Text);
    }

    private static IEnumerable<Problem?> Frees(AttributeUse use)
    {
        yield return use.Kind == SignatureKind.Callback ? use.Idle(OfCallback)
        : use.IsPlainValue
            ? use.Idle(
                $"'{use.TypeName}' doesn't refer to anything that a call could free. Declare it as a pointer, nint or SafeHandle, or remove the attribute"
            )
        : use.Mode is PassingMode.In or PassingMode.RefReadOnly or PassingMode.Out && use.Type.Shape != TypeShape.SafeHandle
            ? use.Idle(
                "native code gets the address of the caller's variable, which it can't free. Pass the pointer by value or by 'ref', or remove the attribute"
            )
        : null;
    }

    private static IEnumerable<Problem?> Retained(AttributeUse use)
    {
        if (use.Kind == SignatureKind.Callback)
        {
            yield return use.Idle(OfCallback);
        }
        else if (use is { IsPlainValue: true, Mode: PassingMode.Value })
        {
            yield return use.Idle(
                $"'{use.TypeName}' is passed by value, and there is no memory that native code could keep. Declare it as a pointer or nint, or remove the attribute"
            );
        }

        foreach (string symbol in use.Attribute.Texts("Until"))
        {
            yield return FindBlank(use, "Until", symbol);
        }
    }

    private static IEnumerable<Problem?> NulTerminated(AttributeUse use)
    {
        bool isText =
            use.Mode == PassingMode.Value
            && use.Type switch
            {
                { Shape: TypeShape.ReadOnlySpan, Element: { } element } => IsUnit(element.Name),
                { Shape: TypeShape.Span or TypeShape.Array, Element: { } element } => use.Kind != SignatureKind.Callback
                    && IsUnit(element.Name),
                { Shape: TypeShape.Scalar, Name: var name } => use.Kind != SignatureKind.Callback
                    && (name is "nint" or "nuint" || (name.EndsWith("*", StringComparison.Ordinal) && IsUnit(name.TrimEnd('*')))),
                _ => false,
            };
        yield return isText ? null
            : use.Type.Shape == TypeShape.String ? use.Idle("a string is always passed with a NUL. Remove the attribute")
            : use.Idle($"'{use.TypeName}' is not text. Declare it as ReadOnlySpan<byte> or ReadOnlySpan<char>, or remove the attribute");
    }

    private static IEnumerable<Problem?> LastError(AttributeUse use)
    {
        // On a function, FFI0029 reports it.
        yield return use.Kind is SignatureKind.Function or SignatureKind.Delegate ? null
        : use.Kind == SignatureKind.Import
            ? use.Idle(
                "in an import, it is passed to native code like any other parameter. Set SetLastError = true and call Marshal.GetLastPInvokeError(), or make the import a [NativeFunction]"
            )
        : use.Idle("only a [NativeFunction] writes the error number to it. Remove the attribute");
    }

    private static IEnumerable<Problem?> LengthFrom(AttributeUse use)
    {
        if (use.Kind is not (SignatureKind.Callback or SignatureKind.Delegate))
        {
            yield return use.Idle(
                "a span that is passed to native code has its own length. Remove the attribute, and pass the length in its parameter");
        }
        else if (use.Type.Shape is not (TypeShape.Span or TypeShape.ReadOnlySpan))
        {
            yield return use.Idle($"'{use.TypeName}' is not a span. Declare it as one, or remove the attribute");
        }
        else if (use.Kind == SignatureKind.Delegate)
        {
            // On a method, FFI0040 reports it.
            foreach (
                string name in use.Attribute.Texts("").Where(name => !use.Function.Parameters.Any(parameter => parameter.Name == name)))
            {
                yield return use.Unknown(
                    "",
                    name,
                    $"'{use.Function.Name}' has no parameter of that name. Name the parameters whose product is the length");
            }
        }
    }

    private static IEnumerable<Problem?> NativeCallback(AttributeUse use)
    {
        if (use.Type.Shape != TypeShape.Delegate)
        {
            yield return use.Idle($"'{use.TypeName}' is not a delegate. Remove the attribute");
        }
        else if (use.Kind is not (SignatureKind.Function or SignatureKind.Delegate))
        {
            yield return use.Idle("only a [NativeFunction] lends a delegate to native code. Remove the attribute");
        }
        else
        {
            yield return use.Attribute.Has("OnException")
                ? use.Idle(
                    "an exception of a delegate is thrown again when the call returns, whatever OnException says. Remove OnException")
                : null;
            yield return use.Attribute.Has("Default") && use.Parameter?.Callback is { Signature.Return.Shape: TypeShape.Void }
                ? use.Idle("the delegate returns nothing, so there is no default. Remove Default")
                : null;
        }
    }

    // Native code has to return something that can have an owner.
    private static Problem? FindUngiven(AttributeUse use) =>
        use.Kind == SignatureKind.Callback ? use.Idle(OfCallback)
        : !use.IsGiven ? use.Idle("native code returns nothing through it. Put the attribute on the result, or on an 'out' parameter")
        : use.Type.Shape == TypeShape.Void ? use.Idle("there is none. Remove the attribute")
        : use.IsPlainValue ? use.Idle($"'{use.TypeName}' doesn't refer to memory. Declare it as a pointer or nint, or remove the attribute")
        : null;

    private static Problem? FindBlank(AttributeUse use, string argument, string symbol) =>
        LibraryRules.IsName(symbol)
            ? null
            : use.Unknown(argument, symbol, "no function can have that name. Write the entry point of the function");

    private static bool IsUnit(string type) => type is "byte" or "sbyte" or "char" or "ushort" or "void";
}
