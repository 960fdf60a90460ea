using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ffi.Tests.Import;

/// <summary>That the tests around these do what they are here for: the runtime binds their functions.</summary>
public class BoundByTheRuntimeTests
{
    [Fact]
    public void EachFunctionOfAStaticLibrary_HasAnImport_AndNoAddress()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
        Type[] libraries =
        [
            .. typeof(BoundByTheRuntimeTests).Assembly.GetTypes().Where(static type =>
                type.GetCustomAttribute<NativeLibraryAttribute>() is { Name: not null, Binding: NativeBinding.Lazy }),
        ];

        Assert.True(libraries.Length > 20);
        foreach (Type library in libraries)
        {
            MethodInfo[] methods = library.GetMethods(all);
            int functions = methods.Count(static method => method.GetCustomAttribute<NativeFunctionAttribute>() is not null);
            int imports = methods.Count(static method => (method.Attributes & MethodAttributes.PinvokeImpl) != 0);
            Assert.True(functions > 0 && imports >= functions, $"{library}: {functions} functions, {imports} imports");
            Assert.DoesNotContain(
                library.GetNestedTypes(BindingFlags.NonPublic)
                    // Ffi binds what another library frees, where that has a name for each system.
                    .Where(static type => !type.Name.StartsWith("SymbolsOf_", StringComparison.Ordinal))
                    .SelectMany(static type => type.GetFields(all)),
                static field => field.FieldType == typeof(nint) && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null);
        }
    }
}
