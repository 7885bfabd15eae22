using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>Collects what is wrong with the configuration, so that one start tells all of it.</summary>
internal sealed class Mistakes
{
    private readonly List<string> _told = [];

    /// <summary>Notes one.</summary>
    /// <param name="what">A sentence that begins with the key.</param>
    public void Add(string what) => _told.Add(what);

    /// <summary>Reads a part of the configuration, and notes what is wrong with it.</summary>
    /// <returns>Null when something is.</returns>
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
            // Of several sections at once.
            _told.AddRange(e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }

        return null;
    }

    /// <summary>Ends the start if there was a mistake.</summary>
    /// <exception cref="OptionsValidationException">There was; its failures are all of them.</exception>
    public void Throw()
    {
        if (_told.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(IConfiguration), _told);
    }
}
