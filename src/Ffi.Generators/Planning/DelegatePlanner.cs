using System.Text;
using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how delegates of a type call native code.</summary>
internal static class DelegatePlanner
{
    /// <summary>The plan of one delegate type, null where a problem is an error, and the problems.</summary>
    public static (DelegatePlan? Plan, IReadOnlyList<Problem> Problems) Plan(string delegateType, FunctionModel signature, bool isHidden = false)
    {
        List<Problem> problems = [.. DelegateRules.FindProblems(signature)];
        TrampolinePlan? trampoline = TrampolinePlanner.Plan(signature, problems);
        if (trampoline?.Frees.Any() == true)
        {
            problems.Add(Problem.OfReturn(
                ProblemId.TypeCannotCross, $"A text of '{signature.Name}'", "string", "A delegate has no library to look [FreedWith] up in: take a pointer and free it"));
        }

        return trampoline is null || problems.Any(static problem => !problem.IsWarning)
            ? (null, problems)
            : (new DelegatePlan(ClassNameOf(delegateType), delegateType, isHidden, trampoline), problems);
    }

    /// <summary>A class name that tells the delegate type, and differs where the types differ.</summary>
    public static string ClassNameOf(string delegateType)
    {
        StringBuilder name = new();
        foreach (char c in delegateType.Replace("global::", ""))
        {
            _ = c switch
            {
                _ when char.IsLetterOrDigit(c) => name.Append(c),
                '_' => name.Append("__"),
                '.' => name.Append('_'),
                '<' => name.Append("_Of_"),
                ',' => name.Append("_And"),
                '*' => name.Append("_Pointer"),
                '[' => name.Append("_Array"),
                ' ' => name.Append('_'),
                '?' => name.Append("_Nullable"),
                '>' or ']' or '@' => name,
                _ => name.Append('_').Append((int)c),
            };
        }

        // Underscores of the type's own are doubled, so one behind a keyword clashes with nothing.
        string text = name.ToString();
        return Identifier.Escape(text) == text ? text : text + "_";
    }
}
