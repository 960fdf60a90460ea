namespace Ffi.Tests.Marshalling;

public sealed class CustomMarshallerTests
{
    // The marshaller adds 1,000 on the way in and takes it away on the way out.
    [Fact]
    public void StatelessMarshaller_CarriesAValueInAndBack()
    {
        Assert.Equal(new Celsius(-490), MarshallingFunctions.Halve(new Celsius(20)));
        Celsius value = new(40);
        MarshallingFunctions.HalveInPlace(ref value);
        Assert.Equal(new Celsius(-480), value);
        MarshallingFunctions.HalfOf(new Celsius(60), out Celsius half);
        Assert.Equal(new Celsius(-470), half);
        Assert.Equal(1_080, MarshallingFunctions.Read(new Celsius(80)));
    }

    [Fact]
    public void StatelessMarshaller_FreesWhatItConverted_AndWhatCameBack()
    {
        int before = CelsiusMarshaller.Outstanding;
        MarshallingFunctions.Read(new Celsius(20));
        Assert.Equal(before, CelsiusMarshaller.Outstanding);

        // In and out: one is converted, two are freed.
        MarshallingFunctions.HalfOf(new Celsius(60), out _);
        Assert.Equal(before - 1, CelsiusMarshaller.Outstanding);
    }

    [Fact]
    public void Elements_AreConvertedInOrder()
    {
        Celsius[] values = [new(1), new(2), new(3)];
        Assert.Equal(1_001 + (2 * 1_002) + (3 * 1_003), MarshallingFunctions.Weigh(values, 3));
        Assert.Equal(1_001 + (2 * 1_002) + (3 * 1_003), MarshallingFunctions.Weigh(values.AsSpan(), 3));
        Assert.Equal(0, MarshallingFunctions.Weigh(null, 0));
    }

    [Fact]
    public void InAndOutElements_AreReplacedInTheCallersArray()
    {
        Celsius[] values = [new(0), new(100)];
        MarshallingFunctions.HalveAll(values, 2);
        Assert.Equal([new Celsius(-500), new Celsius(-450)], values);
    }

    [Fact]
    public void ReturnedArray_HasAsManyElementsAsItsCountSays()
    {
        Assert.Equal([0, 1, 4, 9, 16], MarshallingFunctions.Squares(5, out int written));
        Assert.Equal(5, written);
        Assert.Empty(MarshallingFunctions.Squares(0, out _));
    }

    [Fact]
    public void OutArray_ConvertsItsElements()
    {
        MarshallingFunctions.Doubles(3, out Celsius[] values);
        Assert.Equal([new Celsius(-999.5), new Celsius(-998.5), new Celsius(-997.5)], values);
    }

    [Fact]
    public void InAndOutTexts_AreReplaced()
    {
        string[] texts = ["one", "two", "three"];
        MarshallingFunctions.Rotate(texts, 3);
        Assert.Equal(["two", "three", "last"], texts);
    }

    [Theory]
    [InlineData("short"), InlineData("longer than the buffer that is offered")]
    public void StatefulMarshaller_IsCalledInOrder(string text)
    {
        LabelMarshaller.Calls.Clear();
        Assert.Equal(text.Length, MarshallingFunctions.Length(new Label(text)));
        Assert.Equal(["FromManaged", "ToUnmanaged", "OnInvoked", "Free"], LabelMarshaller.Calls);
    }

    [Fact]
    public void StatefulMarshaller_OfAResult_IsCalledInOrder()
    {
        LabelMarshaller.Calls.Clear();
        Assert.Equal(new Label("plain"), MarshallingFunctions.Greeting(1));
        Assert.Equal(["FromUnmanaged", "ToManaged", "Free"], LabelMarshaller.Calls);
    }

    [Fact]
    public void StringMarshallers_AreFoundByMarshalAsAndByOption()
    {
        Assert.Equal(5, MarshallingFunctions.AnsiLength("plain"));
        Assert.Equal(-1, MarshallingFunctions.AnsiLength(null));
        Assert.Equal(5, MarshallingFunctions.BStrLength("grün!"));
        Assert.Equal(5, MarshallingFunctions.CustomLength("grün!"));
        Assert.Equal(-1, MarshallingFunctions.CustomLength(null));
    }
}
