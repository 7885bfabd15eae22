using System.Reflection;
using Twilio.AspNet.Common;

namespace Ivr.Tests.StandIns;

public class WebhookFormTests
{
    [Theory]
    [InlineData(typeof(TwilioRequest), 11)]
    [InlineData(typeof(VoiceRequest), 47)]
    public void Every_field_can_be_read_and_written(Type type, int fields)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(fields, properties.Length);
        Assert.All(properties, property => Assert.True(property.CanRead && property.CanWrite, property.Name));
    }

    [Fact]
    public void The_fields_have_their_types()
    {
        var request = new VoiceRequest { Digits = "1", Confidence = 0.5f, RecordingChannels = 2 };
        string? digits = request.Digits;
        float? confidence = request.Confidence;
        int? channels = request.RecordingChannels;
        Assert.Equal(("1", 0.5f, 2), (digits, confidence, channels));
    }
}
