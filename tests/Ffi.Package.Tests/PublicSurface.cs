using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ffi.Package.Tests;

/// <summary>Writes what an assembly offers: a line for each type, and one for each member that other assemblies can use.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Declare(type)).Append('\n');
            foreach (string member in MembersOf(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Declare(Type type)
    {
        string kind = type.IsInterface ? "interface" : type.IsEnum ? "enum"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsValueType ? "struct" : "class";
        string[] words =
        [
            type is { IsAbstract: true, IsSealed: true } ? "static"
            : type.IsAbstract && !type.IsInterface ? "abstract"
            : type.IsSealed && type.IsClass ? "sealed"
            : "",
            type.IsByRefLike ? "ref" : "",
            type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly" : "",
            kind,
            type.Namespace + "." + NameOf(type),
        ];
        IEnumerable<Type> inherited = type.GetInterfaces().Where(candidate => candidate.IsPublic);
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            inherited = inherited.Prepend(parent);
        }

        string bases =
            type.IsEnum ? type.GetEnumUnderlyingType().Name
            : kind == "delegate" ? ""
            : string.Join(", ", inherited.Select(NameOf).Order(StringComparer.Ordinal));
        return string.Join(' ', words.Where(word => word.Length > 0))
            + (bases.Length > 0 ? " : " + bases : "")
            + Constraints(type.GetGenericArguments());
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        foreach (
            FieldInfo field in type.GetFields(Declared)
                .Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName))
        {
            string value = field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";
            string words = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
            yield return $"{words}{NameOf(field.FieldType)} {field.Name}{value}";
        }

        foreach (
            MethodBase method in type.GetMembers(Declared)
                .OfType<MethodBase>()
                .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly))
        {
            yield return Declare(method);
        }
    }

    private static string Declare(MethodBase method)
    {
        string words =
            (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
            + (method.IsStatic ? "static " : "")
            + (
                method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract "
                : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsInterface ? "virtual "
                : "");
        Type[] arguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        string generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(NameOf))}>" : "";
        string result = method is MethodInfo { ReturnParameter: { } returned } ? Declare(returned) + " " : "";
        return $"{words}{result}{method.Name}{generic}({string.Join(", ", method.GetParameters().Select(Declare))}){Constraints(arguments)}";
    }

    private static string Declare(ParameterInfo parameter)
    {
        string word = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) => parameter.Position < 0
                ? "ref readonly "
                : "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) => "params ",
            _ when parameter.IsDefined(typeof(ScopedRefAttribute), inherit: false) => "scoped ",
            _ => "",
        };
        string type = NameOf(parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType);
        string value = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "";
        return parameter.Position < 0 ? word + type : $"{word}{type} {parameter.Name}{value}";
    }

    private static string Constraints(Type[] parameters) =>
        string.Concat(parameters.Where(parameter => parameter.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type parameter)
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        string[] words =
        [
            flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? "struct" : "",
            flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : "",
            .. parameter
                .GetGenericParameterConstraints()
                .Where(constraint => constraint != typeof(ValueType))
                .Select(NameOf)
                .Order(StringComparer.Ordinal),
            flags.HasFlag(GenericParameterAttributes.AllowByRefLike) ? "allows ref struct" : "",
        ];
        string text = string.Join(", ", words.Where(word => word.Length > 0));
        return text.Length > 0 ? $" where {parameter.Name} : {text}" : "";
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsPointer || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsPointer ? "*" : "&");
        }

        if (type.IsFunctionPointer)
        {
            return $"delegate*<{string.Join(", ", type.GetFunctionPointerParameterTypes().Append(type.GetFunctionPointerReturnType()).Select(NameOf))}>";
        }

        string name = type.Name.Split('`')[0];
        // A nested type repeats the parameters of the type around it.
        string outer = type is { IsNested: true, IsGenericParameter: false } ? type.DeclaringType!.Name.Split('`')[0] + "." : "";
        return outer + name + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : "");
    }
}
