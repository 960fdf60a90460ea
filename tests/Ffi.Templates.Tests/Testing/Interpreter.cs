using Scriban;
using Scriban.Runtime;

namespace Ffi.Templates.Tests.Testing;

/// <summary>Scriban itself, with the names of C#.</summary>
internal static class Interpreter
{
    public static string Render(string template, Plan plan)
    {
        Template parsed = Template.Parse(template);
        Assert.False(parsed.HasErrors, parsed.Messages.ToString());
        var globals = new ScriptObject
        {
            ["plan"] = plan,
            ["Size"] = new ScriptObject { ["Small"] = Size.Small, ["Large"] = Size.Large },
        };
        var shout = new ScriptObject();
        shout.Import("Of", new Func<string, string>(Shout.Of));
        globals["Shout"] = shout;
        var context = new TemplateContext { MemberRenamer = member => member.Name, StrictVariables = true };
        context.PushGlobal(globals);
        return parsed.Render(context);
    }
}
