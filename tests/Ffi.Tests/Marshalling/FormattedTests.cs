using System.Runtime.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Marshalling;

/// <summary>Structs and objects that the runtime converts: each native function does what the import beside it does.</summary>
public sealed class FormattedTests
{
    [Fact]
    public void AStructThatIsRead_CrossesAsInAnImport()
    {
        Person person = Ada();
        Assert.Equal(51_026, Imports.Weigh(in person));
        Assert.Equal(51_026, FormattedFunctions.Weigh(in person));
        Assert.Equal(Imports.Weigh(default(Person)), FormattedFunctions.Weigh(default(Person)));
    }

    [Fact]
    public void AStructByReference_ComesBackAsFromAnImport()
    {
        Person first = Ada(), second = Ada();
        Imports.Age(ref first);
        FormattedFunctions.Age(ref second);
        Assert.Equal(("Ada L", false), (second.Name, second.LikesTea));
        Assert.Equal([3, 2, 1, 4], second.Id!);
        Assert.Equal((first.Name, first.LikesTea), (second.Name, second.LikesTea));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public void AStructThatIsMade_IsWhatAnImportMakes()
    {
        Imports.Make(out Person first);
        FormattedFunctions.Make(out Person second);
        Assert.Equal((null, true, null), (second.Name, second.LikesTea, second.Rate));
        Assert.Equal([1, 2, 4, 8], second.Id!);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public void ADelegateInAStruct_IsCalled_AndLivesForTheCall()
    {
        Person person = Ada() with { Rate = n => { GC.Collect(); return n * 3; } };
        Assert.Equal(21, FormattedFunctions.Rate(ref person, 7));
        Assert.Equal(24, person.Rate!(8));
    }

    [Fact]
    public void AnObjectThatIsConverted_ComesBackOnlyWhereItSaysOut()
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C writes to what does not come back.
        PersonObject first = AdaObject(), second = AdaObject();
        Assert.Equal(51_026, Imports.Weigh(first));
        Assert.Equal(51_026, FormattedFunctions.Weigh(second));
        Imports.Age(first);
        FormattedFunctions.Age(second);
        Assert.Equal([2, 2, 1, 2], first.Id!);
        Assert.Equal([2, 2, 1, 2], second.Id!);
        Imports.AgeBack(first);
        FormattedFunctions.AgeBack(second);
        Assert.Equal([3, 2, 1, 4], first.Id!);
        Assert.Equal([3, 2, 1, 4], second.Id!);
        Assert.Equal(("Ada L", false), (second.Name, second.LikesTea));
        Imports.Make(first);
        FormattedFunctions.Make(second);
        Assert.Equal([1, 2, 4, 8], second.Id!);
        Assert.Equal((null, true), (second.Name, second.LikesTea));
        Assert.Equal((first.Name, first.LikesTea), (second.Name, second.LikesTea));
    }

    [Fact]
    public void AnObjectOfTheSameBytes_IsSeenWhereItLies()
    {
        Extent first = new() { Start = 1, Reserved = 2, Length = 4 }, second = new() { Start = 1, Reserved = 2, Length = 4 };
        Assert.Equal(6, Imports.Grow(first));
        Assert.Equal(6, FormattedFunctions.Grow(second));
        Assert.Equal((1, 0, 6), (second.Start, second.Reserved, second.Length));
        // NativeAOT's own import hands over a copy, and drops what C wrote there.
        (long, int, int) imported = RuntimeFeature.IsDynamicCodeSupported ? (1, 0, 6) : (1, 2, 4);
        Assert.Equal(imported, (first.Start, first.Reserved, first.Length));
        Assert.Equal(0, Allocations.OfAMillion(() => FormattedFunctions.Grow(second)));
    }

    [Fact]
    public void NoObject_IsNull()
    {
        Assert.Equal(-1, Imports.Grow(null));
        Assert.Equal(-1, FormattedFunctions.Grow(null));
        Assert.Equal(-1, FormattedFunctions.Weigh(null));
    }

    [Fact]
    public void ACustomMarshaler_IsAskedOnce_NeverSeesNull_AndCleansUp()
    {
        Assert.Equal(5, FormattedFunctions.Length(new Label("häll")));
        Assert.Equal(FormattedFunctions.Length(new Label("abc")), FormattedFunctions.Length(new Label("xyz")));
        _ = FormattedFunctions.Length(null);
        Assert.StartsWith("out: ", FormattedFunctions.Greeting(0)!.Text, StringComparison.Ordinal);
        Assert.Equal(0, LabelMarshaler.Outstanding);
        Assert.Equal(["in", "out"], LabelMarshaler.Cookies.Order());
    }

    private static Person Ada() => new() { Name = "Ada L", LikesTea = true, Id = [2, 2, 1, 2] };

    private static PersonObject AdaObject() => new() { Name = "Ada L", LikesTea = true, Id = [2, 2, 1, 2] };
}
