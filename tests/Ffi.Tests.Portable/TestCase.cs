using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Ffi.Tests.Portable;

/// <summary>A test method of this assembly. The assembly is a root, of which nothing is trimmed; that is why the suppressed warnings are
/// wrong here.</summary>
internal sealed record TestCase(Type Type, MethodInfo Method, FactAttribute Fact)
{
    private const string Rooted = "This assembly is a root: nothing of it is trimmed.";

    public string Name => $"{Type.FullName}.{Method.Name}";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Rooted)]
    [UnconditionalSuppressMessage("Trimming", "IL2065", Justification = Rooted)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Rooted)]
    public static List<TestCase> FindAll()
    {
        List<TestCase> all = [];
        foreach (Type type in typeof(TestCase).Assembly.GetTypes())
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            {
                if (method.GetCustomAttribute<FactAttribute>() is { } fact)
                {
                    all.Add(new TestCase(type, method, fact));
                }
            }
        }

        return all;
    }

    /// <summary>An object to call the test on; null for a static one.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Rooted)]
    public object? Create() => Method.IsStatic ? null : Activator.CreateInstance(Type);

    /// <summary>What the test is called with: nothing once, or the rows of its data.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Rooted)]
    public List<object?[]> FindArguments()
    {
        if (Fact is not TheoryAttribute)
        {
            return [[]];
        }

        List<object?[]> all = [.. Method.GetCustomAttributes<InlineDataAttribute>().Select(data => Convert(data.Arguments))];
        foreach (MemberDataAttribute member in Method.GetCustomAttributes<MemberDataAttribute>())
        {
            Type type = Method.DeclaringType!;
            object data = type.GetProperty(member.Name)?.GetValue(null) ?? type.GetMethod(member.Name)!.Invoke(null, null)!;
            all.AddRange(data is TheoryData rows ? rows.Rows : (IEnumerable<object?[]>)data);
        }

        return all;
    }

    // An attribute's int is also taken for a parameter of a wider or narrower type, as xunit does.
    private object?[] Convert(object?[] arguments) =>
    [
        .. arguments.Zip(Method.GetParameters(), static (argument, parameter) => argument is IConvertible and not string and not Enum
            && parameter.ParameterType is { IsPrimitive: true, IsEnum: false } type && type != typeof(nint) && type != typeof(nuint)
            ? System.Convert.ChangeType(argument, type, CultureInfo.InvariantCulture)
            : argument),
    ];
}
