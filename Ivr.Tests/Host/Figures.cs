using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Host;

/// <summary>Reads the metrics of one server. Metrics of other servers in this process are left out.</summary>
internal static class Figures
{
    /// <summary>Listens to a metric. <paramref name="heard"/> runs on the thread that records the value.</summary>
    public static MeterListener Listen<T>(TestServer server, string name, Action<T> heard)
        where T : struct
    {
        var meters = server.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, meters))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<T>((_, figure, _, _) => heard(figure));
        listener.Start();
        return listener;
    }
}
