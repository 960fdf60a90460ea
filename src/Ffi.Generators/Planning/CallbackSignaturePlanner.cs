using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how a callback's signature is passed, in the direction opposite to a function's.</summary>
internal static class CallbackSignaturePlanner
{
    private const string Booleans = "global::Ffi.CompilerServices.NativeBoolean";

    /// <summary>The plan; null if something of the signature can't be passed, which <paramref name="culprit"/> then names.</summary>
    public static CallbackSignature? TryPlan(FunctionModel signature, CallbackDefaultModel? defaultValue, out CallbackCulprit? culprit)
    {
        if (ConventionRules.FindObstacles(signature).FirstOrDefault() is { Reason: { } reason })
        {
            culprit = CallbackCulprit.OfConvention(reason);
            return null;
        }

        List<CallbackParameterPlan> parameters = [];
        foreach (ParameterModel parameter in signature.Parameters)
        {
            if (TryPlan(parameter, signature) is not { } plan)
            {
                culprit = CallbackCulprit.OfParameter(parameter);
                return null;
            }

            parameters.Add(plan);
        }

        bool isVoid = signature.Return.Shape == TypeShape.Void;
        CounterpartModel? converted =
            isVoid || DirectPlanner.NativeTypeOf(signature.Return, signature.ReturnMarshalAs) is not null
                ? null
                : ReturnedCounterpart(signature);
        string? native = isVoid ? "void" : converted?.Native ?? DirectPlanner.NativeTypeOf(signature.Return, signature.ReturnMarshalAs);
        if (native is null || (signature.Flaws & FunctionFlaws.ReturnsByReference) != 0)
        {
            culprit = CallbackCulprit.OfReturn(signature.Return);
            return null;
        }

        culprit = null;
        return new CallbackSignature(
            parameters.ToEquatableArray(),
            native,
            converted is not null ? CallbackReturn.Converted : ReturnOf(signature.Return),
            isVoid ? "" : DefaultOf(native, defaultValue?.Text),
            signature.Options.CallingConventions,
            CallbackLocals.From(LocalNames.Of(signature)),
            converted?.Converter ?? "");
    }

    // Names of the class around the entry points. A parameter of the same name would hide them.
    private static readonly HashSet<string> s_members =
    [
        "Pool", "Lender", "Answer", "CreateThunk", "Thunk", "s_targets", "t_lender",
        .. Enumerable.Range(0, 8).Select(static index => $"Entry{index}"),
    ];

    // Only the entry point itself uses these names.
    private static string NameOf(string parameter, FunctionModel signature)
    {
        while (s_members.Contains(parameter))
        {
            parameter = LocalNames.Of(signature).Take(parameter);
        }

        return Identifier.Escape(parameter);
    }

    private static CallbackParameterPlan? TryPlan(ParameterModel parameter, FunctionModel signature)
    {
        string name = NameOf(parameter.Name, signature);
        if (parameter.Mode != PassingMode.Value)
        {
            return parameter.Type.IsUnmanaged && DirectPlanner.IsAnyway(parameter.Type, parameter.MarshalAs)
                ? new(parameter.Type.Name + "*", name, $"{Keyword(parameter.Mode)} {TargetOf(parameter, name)}")
                : TryPlanConvertedReference(parameter, name, signature);
        }

        if (DirectPlanner.NativeTypeOf(parameter.Type, parameter.MarshalAs) is { } native)
        {
            return new(native, name, parameter.Type.Shape switch
            {
                TypeShape.Boolean => $"{name} != 0",
                TypeShape.Char => $"(char){name}",
                _ when DirectPlanner.IsNFloat(parameter.Type) => $"global::Ffi.CompilerServices.NativeFloat.FromDouble({name})",
                _ => name,
            });
        }

        return TryPlanText(parameter, name) ?? TryPlanSpan(parameter, name, signature) ?? TryPlanConverted(parameter, name, signature);
    }

    // A type that only its surroundings can name has its converter there. What was lent can't be converted back.
    private static CounterpartModel? Readable(TypeModel? type) =>
        type?.Counterpart is { Fault: FieldFault.None, IsHidden: false, OneWayField: null, Frees.Count: 0 } counterpart
            ? counterpart
            : null;

    // Managed memory would not live until native code is done with it.
    private static CounterpartModel? ReturnedCounterpart(FunctionModel signature) =>
        signature.ReturnMarshalAs is null && Readable(signature.Return) is { Lends: false, IsClass: false } counterpart
            ? counterpart
            : null;

    private static CallbackParameterPlan? TryPlanConverted(ParameterModel parameter, string name, FunctionModel signature)
    {
        if (parameter.MarshalAs is null && Readable(parameter.Type) is { } single)
        {
            return single.IsClass
                ? new(single.Native + "*", name, $"{name} is null ? null! : {single.Converter}.ToManaged(in *{name})")
                : new(single.Native, name, $"{single.Converter}.ToManaged(in {name})");
        }

        return
            parameter.Type.Shape == TypeShape.ReadOnlySpan
            && Readable(parameter.Type.Element) is { IsClass: false } element
            && LengthOf(parameter, signature) is { } length
            ? new(
                element.Native + "*",
                name,
                $"{element.Converter}.ToManaged(new global::System.ReadOnlySpan<{element.Native}>({name}, checked((int)({length}))))")
            : null;
    }

    private static CallbackParameterPlan? TryPlanConvertedReference(ParameterModel parameter, string name, FunctionModel signature)
    {
        if (parameter.MarshalAs is not null || Readable(parameter.Type) is not { IsClass: false } counterpart)
        {
            return null;
        }

        if (parameter.Mode is PassingMode.In or PassingMode.RefReadOnly)
        {
            return new(counterpart.Native + "*", name, $"{counterpart.Converter}.ToManaged(in *{name})");
        }

        string managed = LocalNames.Of(signature).Take(parameter.Name + "Managed");
        return counterpart.Lends
            ? null
            : new(
                counterpart.Native + "*",
                name,
                $"{Keyword(parameter.Mode)} {managed}",
                counterpart.Converter,
                counterpart.Type,
                managed,
                parameter.Mode == PassingMode.Ref);
    }

    private static string? LengthOf(ParameterModel parameter, FunctionModel signature) =>
        parameter.LengthFrom.Count > 0
        && parameter.LengthFrom.All(length => signature.Parameters.Any(other => other.Name == length && IsInteger(other)))
            ? string.Join(" * ", parameter.LengthFrom.Select(length => NameOf(length, signature)))
            : null;

    private static string DefaultOf(string native, string? value) =>
        value is null ? "default"
        : native.EndsWith("InteropServices.CLong", StringComparison.Ordinal)
        || native.EndsWith("InteropServices.CULong", StringComparison.Ordinal)
            ? $"new({value})"
        : $"unchecked(({native})({value}))";

    private static CallbackReturn ReturnOf(TypeModel type) => type.Shape switch
    {
        TypeShape.Void => CallbackReturn.Nothing,
        TypeShape.Boolean => CallbackReturn.Boolean,
        _ when DirectPlanner.IsNFloat(type) => CallbackReturn.NFloat,
        _ => CallbackReturn.Itself,
    };

    private static CallbackParameterPlan? TryPlanText(ParameterModel parameter, string name)
    {
        const string marshal = "global::System.Runtime.InteropServices.Marshal";
        const string view = "global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated";
        bool isTerminated = (parameter.Traits & ParameterTraits.NulTerminated) != 0;
        return (parameter.Type.Shape, TextPlanner.EncodingOf(parameter.MarshalAs, parameter.Encoding)) switch
        {
            (TypeShape.String, TextEncoding.Utf8) => new("byte*", name, $"{marshal}.PtrToStringUTF8((nint){name})!"),
            (TypeShape.String, TextEncoding.Utf16) => new("char*", name, $"{marshal}.PtrToStringUni((nint){name})!"),
            (TypeShape.String, TextEncoding.Wide) => new("void*", name, $"global::Ffi.CompilerServices.NativeText.CopyWide({name})!"),
            (TypeShape.ReadOnlySpan, _) when isTerminated && parameter.Type.Element is { Name: "byte" } => new(
                "byte*",
                name,
                $"{view}({name})"),
            (TypeShape.ReadOnlySpan, _) when isTerminated && parameter.Type.Element is { Shape: TypeShape.Char } => new(
                "char*",
                name,
                $"{view}({name})"),
            _ => null,
        };
    }

    private static CallbackParameterPlan? TryPlanSpan(ParameterModel parameter, string name, FunctionModel signature)
    {
        if (parameter.Type is not { Shape: TypeShape.Span or TypeShape.ReadOnlySpan, Element: { IsUnmanaged: true } element }
            || LengthOf(parameter, signature) is not { } length)
        {
            return null;
        }

        bool isWritable = parameter.Type.Shape == TypeShape.Span;
        string span = element.Shape == TypeShape.Boolean
            ? $"{Booleans}.{(isWritable ? "Writable" : "Readable")}"
            : $"new global::System.{(isWritable ? "Span" : "ReadOnlySpan")}<{element.Name}>";
        return new(element.Name + "*", name, $"{span}({name}, checked((int)({length})))");
    }

    // In C, any byte other than 0 is true.
    private static string TargetOf(ParameterModel parameter, string name) => (parameter.Type.Shape, parameter.Mode) switch
    {
        (TypeShape.Boolean, PassingMode.Ref) => $"{Booleans}.Writable({name})",
        (TypeShape.Boolean, not PassingMode.Out) => $"{Booleans}.Readable({name})",
        _ => "*" + name,
    };

    private static bool IsInteger(ParameterModel parameter) =>
        parameter
            is {
                Mode: PassingMode.Value,
                Type:
                {
                    Shape: TypeShape.Scalar,
                    Name: "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "nint" or "nuint"
                }
            };

    private static string Keyword(PassingMode mode) => mode switch
    {
        PassingMode.Ref => "ref",
        PassingMode.Out => "out",
        _ => "in",
    };
}
