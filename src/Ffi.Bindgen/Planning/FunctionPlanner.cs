using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Planning.Crossings;
using Ffi.Bindgen.Planning.Names;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans functions: one signature for all platforms where that is right, else one for each group of them.</summary>
internal sealed class FunctionPlanner(TypeCatalog types, HandlePairs pairs, NameScope scope, Prefixes prefixes)
{
    // The first that fits is taken.
    private static readonly Func<ParameterSite, Crossing?>[] s_attempts =
    [
        ChosenCrossings.Raw,
        ChosenCrossings.Chosen,
        HandleCrossings.Released,
        HandleCrossings.Passed,
        HandleCrossings.Filled,
        CallbackCrossings.Passed,
        MemoryCrossings.Freed,
        MemoryCrossings.Bytes,
        MemoryCrossings.Text,
        MemoryCrossings.Structure,
        MemoryCrossings.Reference,
        MemoryCrossings.Numbers,
        MemoryCrossings.Address,
        static site => site.Types.Values.Passed(site.Type, site.Platform) is { } value ? Crossing.Of(value) : null,
    ];

    private readonly HashSet<string> _freeFunctions =
    [
        .. types.Index.Digest.Functions.Where(static function => IsFree(function)).Select(static function => function.Name),
    ];

    /// <summary>What a function is in C#: nothing, with the reason in <paramref name="unbound"/>; a method; or one for each group of
    /// platforms.</summary>
    /// <param name="function">The function.</param>
    /// <param name="groupComment">The comment of the functions among which it stands.</param>
    /// <param name="isOneOfSeveral">Whether other platforms have another one of its name.</param>
    /// <param name="unbound">Receives what can't be bound.</param>
    public IReadOnlyList<FunctionPlan> Plan(CFunction function, string? groupComment, bool isOneOfSeveral, List<Unbound> unbound)
    {
        FunctionEvidence evidence = new(function, groupComment, pairs, _freeFunctions.Contains);
        Platform[] platforms = [.. function.Platforms.Intersect(types.Platforms)];
        List<Signature> signatures = [];
        foreach (Platform platform in platforms)
        {
            Signature? signature = SignatureOn(function, platform, platforms, evidence, out string reason);
            if (signature is null)
            {
                unbound.Add(new Unbound(function.Name, reason));
                return [];
            }

            int place = signatures.FindIndex(known => known.Join(signature) is not null);
            if (place >= 0)
            {
                signatures[place] = signatures[place].Join(signature)!;
            }
            else
            {
                signatures.Add(signature);
            }
        }

        if (
            signatures
                .SelectMany(static signature => signature.Values.Keys.Select(PlatformNames.SystemOf).Distinct())
                .GroupBy(static system => system)
                .Any(static group => group.Count() > 1))
        {
            unbound.Add(new Unbound(function.Name, "its types differ between processors of one system"));
            return [];
        }

        bool isSplit = signatures.Count > 1 || isOneOfSeveral;
        return [.. signatures.Select(signature => ToPlan(function, signature, evidence, isSplit))];
    }

    private static bool IsFree(CFunction function) =>
        function is { Parameters.Count: 1, IsInline: false }
        && function.Parameters[0].Type.First
            is PointerType { Target: PrimitiveType { Primitive: Primitive.Void or Primitive.Char or Primitive.U8 } };

    private Signature? SignatureOn(
        CFunction function,
        Platform platform,
        Platform[] platforms,
        FunctionEvidence evidence,
        out string reason)
    {
        reason = "";
        if (function.Convention is CallingConvention.Vectorcall or CallingConvention.MsAbi or CallingConvention.SysVAbi)
        {
            reason = $"its calling convention is {function.Convention}";
            return null;
        }

        FunctionChoice? choice = types.Recipe.ChoiceOf(function.Name);
        string[] names = NamesOf(function);
        List<Crossing> crossings = [];
        for (int index = 0; index < function.Parameters.Count; index++)
        {
            ParameterSite site = new(function, index, names[index].TrimStart('@'), platform, platforms, evidence, types, choice);
            Crossing? crossing = s_attempts.Select(attempt => attempt(site)).FirstOrDefault(static found => found is not null);
            if (crossing is null)
            {
                reason = $"its parameter {function.Parameters[index].Name ?? $"{index + 1}"} is {types.Values.WhyNot(site.Type, platform)}";
                return null;
            }

            // What the recipe says of a lifetime counts for whatever the parameter becomes.
            bool isSilent = crossing.Attributes.Length == 0;
            crossings.Add(isSilent && site.Choice is { } said ? crossing with { Attributes = LifetimeAttributes.Of(said) } : crossing);
        }

        if (ResultCrossings.Of(function, platform, evidence, types, choice) is not { } result)
        {
            reason = $"its result is {types.Values.WhyNot(function.Result.On(platform), platform)}";
            return null;
        }

        return Signature.On(platform, function.SymbolOn(platform), result, crossings);
    }

    private FunctionPlan ToPlan(CFunction function, Signature signature, FunctionEvidence evidence, bool isSplit)
    {
        string[] names = NamesOf(function);
        PlatformSet platforms = PlatformSet.Of(signature.Values.Keys);
        string suffix = isSplit ? SupportedPlatforms.Suffix(platforms) : "";
        FunctionChoice? choice = types.Recipe.ChoiceOf(function.Name);
        string? chosen = choice?.Name ?? types.Recipe.Names.GetValueOrDefault(function.Name);
        string name = chosen is not null
            ? chosen + suffix
            : scope.Take(
                CSharpName.Pascal(prefixes.Strip(function.Name)) + suffix,
                CSharpName.Pascal(function.Name) + suffix,
                CSharpName.AsInC(function.Name) + suffix);
        bool isRelease = types.Handles.Any(handle => handle.FreedBy == function.Name);
        string? deprecated = isRelease ? null : Deprecation(function);
        string[] attributes =
        [
            .. SupportedPlatforms.Attributes(platforms, types.Platforms),
            .. deprecated is null ? (string[])[] : [deprecated],
        ];
        string options = (function.IsVariadic && function.Parameters.Count > 0 ? $", Variadic = {function.Parameters.Count}" : "");
        Crossing result = signature.Result;
        if (result.Attributes.Length > 0)
        {
            attributes =
            [
                .. attributes,
                .. result.Attributes.Trim().Split("] [").Select(static attribute => $"[return: {attribute.Trim('[', ']')}]"),
            ];
        }

        IEnumerable<(string, string)> documented = function.Parameters.Select(
            (parameter, index) => (parameter.Name ?? "", names[index].TrimStart('@')));
        return new FunctionPlan(
            name,
            Heads.OfFunction(
                function.Documentation,
                $"<c>{Xml.Escape(function.Name)}</c>",
                [.. documented],
                result.Type != "void",
                attributes),
            $"\"{signature.Symbol}\"{options}",
            isRelease ? "internal" : "public",
            result.Type,
            [.. signature.Parameters.Select((crossing, index) => new ParameterPlan(names[index], crossing.Attributes, crossing.Type))])
        {
            CName = function.Name,
            IsUnsafe = result.IsPointer || signature.Parameters.Any(static parameter => parameter.IsPointer),
            Remarks = [.. signature.Parameters.Append(result).Select(static crossing => crossing.Remark).OfType<string>()],
        };
    }

    private string[] NamesOf(CFunction function) =>
        ParameterNames.Of(
            [.. function.Parameters.Select(static parameter => (parameter.Name, parameter.Type.First))],
            types,
            function.Platforms.Intersect(types.Platforms).First());

    private static string? Deprecation(CFunction function)
    {
        CAttribute? attribute = function.Attributes.FirstOrDefault(static attribute => attribute.Name == "deprecated");
        string message =
            attribute?.Arguments.Split('"') is [_, var said, ..] && said.Length > 0 ? said : "The header says that it is deprecated.";
        return attribute is null ? null : $"[Obsolete(\"{message.Replace("\\", "\\\\", StringComparison.Ordinal)}\")]";
    }
}
