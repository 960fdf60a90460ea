using Ffi.Bindgen.Recipes;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>The attributes that say how long something lives.</summary>
internal static class LifetimeAttributes
{
    /// <summary>Those of what a recipe says, followed by a space each.</summary>
    public static string Of(ParameterChoice choice)
    {
        List<string> attributes = [];
        if (choice.IsRetained)
        {
            attributes.Add(choice.Until is { } until ? $"[Retained(Until = \"{until}\")]" : "[Retained]");
        }

        if (choice.Frees)
        {
            attributes.Add("[Frees]");
        }

        if (choice.IsNulTerminated)
        {
            attributes.Add("[NulTerminated]");
        }

        if (choice.FreedWith is { } function)
        {
            attributes.Add($"[FreedWith(\"{function}\")]");
        }

        if (choice.BorrowedFrom is { } owner)
        {
            string[] names = [.. choice.InvalidatedBy.Select(static name => $"\"{name}\"")];
            attributes.Add(
                names.Length == 0
                    ? $"[BorrowedFrom(\"{owner}\")]"
                    : $"[BorrowedFrom(\"{owner}\", InvalidatedBy = [{string.Join(", ", names)}])]");
        }

        return string.Concat(attributes.Select(static attribute => attribute + " "));
    }
}
