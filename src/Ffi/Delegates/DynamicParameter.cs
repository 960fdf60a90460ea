using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi;

/// <summary>A parameter or result of a delegate type that is met at run time, with what its attributes say.</summary>
/// <param name="info">The parameter.</param>
/// <param name="options">What the delegate type asks for.</param>
internal sealed class DynamicParameter(ParameterInfo info, DynamicOptions options)
{
    // The value in metadata if no element type is given.
    private const UnmanagedType NoSubType = (UnmanagedType)0x50;

    private readonly MarshalAsAttribute? _marshalAs = info.GetCustomAttribute<MarshalAsAttribute>();

    public ParameterInfo Info => info;

    public DynamicOptions Options => options;

    public string Name { get; } = info.Name ?? $"arg{info.Position}";

    /// <summary>The type behind any <c>ref</c>.</summary>
    public Type Type { get; } = info.ParameterType is { IsByRef: true } reference ? reference.GetElementType()! : info.ParameterType;

    public bool IsResult => info.Position < 0;

    public bool IsByReference => info.ParameterType.IsByRef;

    /// <summary>Whether it is an <c>out</c> parameter.</summary>
    public bool IsOut => IsByReference && info is { IsOut: true, IsIn: false };

    /// <summary>Whether it is an <c>in</c> or <c>ref readonly</c> parameter.</summary>
    public bool IsIn => IsByReference && info is { IsIn: true, IsOut: false };

    /// <summary>Whether native code is to write into what is passed by value.</summary>
    public bool IsWritten => !IsByReference && info.IsOut;

    public UnmanagedType? MarshalAs => _marshalAs?.Value;

    /// <summary>What <c>[MarshalAs]</c> says of the elements; null if it says nothing.</summary>
    public UnmanagedType? ElementMarshalAs => _marshalAs?.ArraySubType is { } type and not 0 and not NoSubType ? type : null;

    public bool Has<TAttribute>()
        where TAttribute : Attribute => info.IsDefined(typeof(TAttribute), inherit: false);

    /// <summary>The element type, where the parameter's type is an instance of a generic type; null for other types.</summary>
    public Type? ElementOf(Type definition) =>
        Type.IsGenericType && Type.GetGenericTypeDefinition() == definition ? Type.GenericTypeArguments[0] : null;

    /// <summary>What a span or array holds; null for other types.</summary>
    public Type? Element => Type.IsSZArray ? Type.GetElementType() : ElementOf(typeof(Span<>)) ?? ElementOf(typeof(ReadOnlySpan<>));

    /// <summary>Whether it is text that doesn't say itself how it is passed.</summary>
    public bool IsOpenText =>
        MarshalAs is null && !Has<MarshalUsingAttribute>() && ((Element ?? Type) == typeof(string) || (Element ?? Type) == typeof(char));

    /// <summary>Whether a custom marshaller converts it or its elements.</summary>
    public bool IsMarshalled =>
        Has<MarshalUsingAttribute>()
        || (
            Type == typeof(string)
            && (MarshalAs is UnmanagedType.LPStr or UnmanagedType.BStr || (MarshalAs is null && options.StringMarshaller is not null)))
        || (!Type.IsAssignableTo(typeof(SafeHandle)) && NamesItsMarshaller(Type))
        || (
            Element is { } element
            && (NamesItsMarshaller(element) || (element == typeof(string) && (IsWritten || options.StringMarshaller is not null))));

    /// <summary>Whether the runtime is asked to convert a struct, or an object that stands for one.</summary>
    public bool IsConvertedByRuntime => MarshalAs switch
    {
        UnmanagedType.Struct => IsByReference && Type is { IsValueType: true, IsAutoLayout: false },
        UnmanagedType.LPStruct => !IsByReference && Type is { IsClass: true, IsAutoLayout: false },
        _ => false,
    };

    /// <summary>The exception that says why it can't be passed.</summary>
    public ArgumentException CannotCross(string advice) =>
        new($"{Subject} has the type '{info.ParameterType}', which can't be passed to native code. {advice}.");

    /// <summary>The exception that says that only code of the compile time can do this.</summary>
    public NotSupportedException NeedsGeneratedCode(string what) =>
        new(
            $"{Subject} {what}, which needs a trampoline that is generated at compile time. Bind the function where the delegate type is written out."
        );

    private string Subject => IsResult ? "The result" : $"Parameter '{Name}'";

    // The BCL's own types name their marshallers too.
    private static bool NamesItsMarshaller(Type type) =>
        type.Assembly != typeof(object).Assembly && type.IsDefined(typeof(NativeMarshallingAttribute), inherit: false);
}
