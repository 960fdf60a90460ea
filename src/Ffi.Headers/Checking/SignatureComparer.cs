using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>What a C function or function type takes and returns, on one platform.</summary>
internal sealed record CSignature(string Name, CType Result, IReadOnlyList<CSignatureParameter> Parameters)
{
    public bool IsVariadic { get; init; }

    public bool IsUnprototyped { get; init; }

    public CallingConvention Convention { get; init; }

    public static CSignature Of(CFunction function, Platform platform) =>
        new(
            function.Name,
            function.Result.On(platform),
            [
                .. function.Parameters.Select(parameter => new CSignatureParameter(
                    parameter.Name,
                    parameter.Type.On(platform),
                    parameter.Count)),
            ])
        {
            IsVariadic = function.IsVariadic,
            IsUnprototyped = function.IsUnprototyped,
            Convention = function.Convention,
        };

    public static CSignature Of(FunctionType function, string name) =>
        new(
            name,
            function.Result,
            [.. function.Parameters.Select(static parameter => new CSignatureParameter(parameter.Name, parameter.Type, Count: null))])
        {
            IsVariadic = function.IsVariadic,
            Convention = function.Convention,
        };
}

/// <summary>A parameter of C.</summary>
internal readonly record struct CSignatureParameter(string? Name, CType Type, long? Count);

/// <summary>What parts of a signature are called in messages.</summary>
internal static class ValueNames
{
    public const string Result = "the result";

    public static string OfParameter(string name, int index) => name.Length > 0 ? $"'{name}'" : $"parameter {index + 1}";
}

/// <summary>Compares a signature with C's, on one platform.</summary>
internal sealed class SignatureComparer(ValueComparer values, Platform platform)
{
    public IEnumerable<Difference> Compare(ManagedSignature managed, CSignature native, bool isCallback)
    {
        if (values.ComparesConventions && CompareConvention(managed, native) is { } convention)
        {
            yield return convention;
        }

        if (CompareCount(managed, native) is { } count)
        {
            yield return count;
        }
        else
        {
            if (CompareDots(managed, native) is { } dots)
            {
                yield return dots;
            }

            int common = native.IsUnprototyped ? 0 : native.Parameters.Count;
            Difference? swapped = SwappedNames(managed, native, common);
            for (int index = 0; index < common; index++)
            {
                ManagedParameter parameter = managed.Parameters[index];
                CSignatureParameter other = native.Parameters[index];
                ValueSite site = new(native.Name, ValueNames.OfParameter(parameter.Name, index), IsRead: isCallback)
                {
                    Count = other.Count,
                    Origin = parameter.Origin,
                };
                Difference? difference = values.Compare(parameter.Shape, other.Type, site);
                if (difference is { Severity: > FindingSeverity.Info } || swapped?.Parameter != index)
                {
                    swapped = difference is { Severity: > FindingSeverity.Info } ? null : swapped;
                }
                else
                {
                    difference = swapped;
                }

                if (difference is not null)
                {
                    yield return difference with { Parameter = index, Origin = parameter.Origin };
                }
            }
        }

        Difference? result = values.Compare(
            managed.Result.Shape,
            native.Result,
            new ValueSite(native.Name, ValueNames.Result, IsRead: !isCallback) { Origin = managed.Result.Origin });
        if (result is not null && !(isCallback && result.Rule == CheckRule.Result && managed.Result.Shape is not VoidShape))
        {
            yield return result with { Parameter = -1, Origin = managed.Result.Origin };
        }
    }

    private static Difference? CompareCount(ManagedSignature managed, CSignature native)
    {
        int here = managed.Parameters.Count;
        int there = native.Parameters.Count;
        if (native.IsUnprototyped || here == there || (native.IsVariadic && here > there))
        {
            return null;
        }

        string missing = here < there && ForgottenByName(managed, native) is { } name ? $": '{name}' is missing" : "";
        return new Difference(
            CheckRule.ParameterCount,
            FindingSeverity.Error,
            $"'{native.Name}' takes {Count(there)} in C{(native.IsVariadic ? " and more" : "")}, and {here} here{missing}");
    }

    private Difference? CompareDots(ManagedSignature managed, CSignature native)
    {
        if (!native.IsVariadic || managed.IsVariadic)
        {
            return managed.IsVariadic && !native.IsVariadic && !native.IsUnprototyped
                ? new Difference(
                    CheckRule.Variadic,
                    FindingSeverity.Error,
                    $"'{native.Name}' takes {Count(native.Parameters.Count)} in C, and is variadic here")
                : null;
        }

        ManagedParameter[] further = [.. managed.Parameters.Skip(native.Parameters.Count)];
        if (further.Length == 0)
        {
            return new Difference(
                CheckRule.Variadic,
                FindingSeverity.Info,
                $"'{native.Name}' is variadic in C, and this declaration has no variable arguments");
        }

        // Apple's arm64 has them on the stack; eight arguments before them fill the registers, and so does who knows it.
        bool fillsRegisters = managed.Parameters.Count > 8;
        bool hasFloat = further.Any(static parameter => parameter.Shape is FloatShape);
        bool isWrongHere = platform == Platform.OsxArm64 ? !fillsRegisters : hasFloat && platform != Platform.LinuxArm64;
        return isWrongHere && !fillsRegisters
            ? new Difference(
                CheckRule.Variadic,
                FindingSeverity.Error,
                $"'{native.Name}' is variadic in C after {Count(native.Parameters.Count)}, and {ValueNames.OfParameter(further[0].Name, native.Parameters.Count)} is passed like an ordinary parameter"
            )
            {
                IsOfItsPlatforms = true,
            }
            : null;
    }

    private static Difference? CompareConvention(ManagedSignature managed, CSignature native)
    {
        ManagedConvention? expected = native.Convention switch
        {
            CallingConvention.C => ManagedConvention.Cdecl,
            CallingConvention.Stdcall => ManagedConvention.Stdcall,
            CallingConvention.Fastcall => ManagedConvention.Fastcall,
            _ => null,
        };
        return expected is null || managed.Convention == ManagedConvention.Default || managed.Convention == expected
            ? null
            : new Difference(
                CheckRule.ConventionOrEncoding,
                FindingSeverity.Error,
                $"'{native.Name}' is {Word(expected.Value)} in C, and {Word(managed.Convention)} here: in 32-bit processes on Windows the stack is wrong after each call"
            )
            {
                IsOfItsPlatforms = true,
            };
    }

    // Two parameters of one type that changed places are seen by their names alone.
    private static Difference? SwappedNames(ManagedSignature managed, CSignature native, int common)
    {
        string[] here = [.. managed.Parameters.Take(common).Select(static parameter => Names.Plain(parameter.Name))];
        string[] there = [.. native.Parameters.Take(common).Select(static parameter => Names.Plain(parameter.Name ?? ""))];
        for (int one = 0; one < common; one++)
        {
            int other = Array.IndexOf(there, here[one]);
            if (here[one].Length > 0 && other > one && here[other] == there[one] && there[one] != here[one])
            {
                return new Difference(
                    CheckRule.KindOfValue,
                    FindingSeverity.Warning,
                    $"'{native.Name}' takes '{native.Parameters[one].Name}' before '{native.Parameters[other].Name}' in C, and '{managed.Parameters[one].Name}' before '{managed.Parameters[other].Name}' here"
                )
                {
                    Parameter = one,
                };
            }
        }

        return null;
    }

    private static string? ForgottenByName(ManagedSignature managed, CSignature native)
    {
        HashSet<string> names = [.. managed.Parameters.Select(static parameter => Names.Plain(parameter.Name))];
        string[] forgotten =
        [
            .. native.Parameters.Select(static parameter => parameter.Name ?? "").Where(name => !names.Contains(Names.Plain(name))),
        ];
        return forgotten.Length == native.Parameters.Count - managed.Parameters.Count && forgotten is [{ Length: > 0 } name] ? name : null;
    }

    private static string Count(int count) => count == 1 ? "1 parameter" : $"{count} parameters";

    private static string Word(ManagedConvention convention) => convention switch
    {
        ManagedConvention.Stdcall => "StdCall",
        ManagedConvention.Fastcall => "FastCall",
        ManagedConvention.Thiscall => "ThisCall",
        _ => "Cdecl",
    };
}
