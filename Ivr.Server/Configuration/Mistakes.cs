using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>Collects the mistakes of the configuration, so that one start reports all of them.</summary>
internal sealed class Mistakes
{
    private readonly List<string> _told = [];

    /// <summary>Adds a mistake: a sentence that begins with the key.</summary>
    public void Add(string what) => _told.Add(what);

    /// <summary>Reads a part of the configuration and adds its mistakes. Returns null when there is a mistake.</summary>
    public T? Read<T>(Func<T> part)
        where T : class
    {
        try
        {
            return part();
        }
        catch (OptionsValidationException e)
        {
            _told.AddRange(e.Failures);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            // Mistakes of several sections.
            _told.AddRange(e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }

        return null;
    }

    /// <summary>Stops the start when there was a mistake.</summary>
    /// <exception cref="OptionsValidationException">There was a mistake; the exception has all of them.</exception>
    public void Throw()
    {
        if (_told.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(IConfiguration), _told);
    }
}
