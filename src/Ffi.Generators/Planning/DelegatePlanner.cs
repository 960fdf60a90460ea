using System.Text;
using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how delegates of a type call native code.</summary>
internal static class DelegatePlanner
{
    /// <summary>The plan of one delegate type, null if a problem is an error, and the problems.</summary>
    public static (DelegatePlan? Plan, IReadOnlyList<Problem> Problems) Plan(
        string delegateType,
        FunctionModel signature,
        bool isHidden = false)
    {
        List<Problem> problems = [.. DelegateRules.FindProblems(signature)];
        TrampolinePlan? trampoline = TrampolinePlanner.Plan(signature, problems, CheckingModel.None);
        if (trampoline?.Frees.Any() == true)
        {
            problems.Add(
                Problem.OfReturn(
                    ProblemId.TypeCannotCross,
                    $"A text of '{signature.Name}'",
                    "string",
                    "A delegate has no library in which [FreedWith] could be looked up. Take a pointer and free it"));
        }

        return trampoline is null || problems.Any(static problem => !problem.IsWarning)
            ? (null, problems)
            : (new DelegatePlan(ClassNameOf(delegateType), delegateType, isHidden, trampoline), problems);
    }

    /// <summary>A class name that tells the delegate type, and differs where the types differ.</summary>
    public static string ClassNameOf(string delegateType)
    {
        StringBuilder name = new();
        string type = delegateType.Replace("global::", "");
        for (int index = 0; index < type.Length; index++)
        {
            char c = type[index];
            _ = c switch
            {
                _ when char.IsLetterOrDigit(c) => name.Append(c),
                // Beside a dot, it would look like the underscore that replaces the dot.
                '_' when IsSeparator(type, index - 1) || IsSeparator(type, index + 1) => name.Append("_95"),
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

        // Underscores in the type's name are doubled, so a single one behind a keyword is unique.
        // The compiler reserves names of lower-case letters for future keywords, and accepts at most 1,023 bytes.
        string text = GeneratedFileName.Shorten(name.ToString());
        return Identifier.EscapeType(text) == text && text.Any(static letter => letter is < 'a' or > 'z') ? text : text + "_";
    }

    private static bool IsSeparator(string type, int index) =>
        index >= 0 && index < type.Length && !char.IsLetterOrDigit(type[index]) && type[index] != '_';
}
