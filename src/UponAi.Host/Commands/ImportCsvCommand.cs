using System.Globalization;
using System.Management.Automation;
using CsvHelper;
using CsvHelper.Configuration;

namespace UponAi.Host.Commands;

/// <summary>Stands in for PowerShell's own Import-Csv, which is not part of the bare engine, so that the same scripts run in both.</summary>
[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PSCmdlet
{
    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string[] Path { get; set; } = [];

    /// <summary>The character between cells.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(path => GetResolvedProviderPathFromPSPath(path, out _))) Read(path);
    }

    private void Read(string path)
    {
        // As Import-Csv does: a short line leaves $null, a long one loses its end.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = Delimiter.ToString(), MissingFieldFound = null, BadDataFound = null };
        using var csv = new CsvReader(new StreamReader(path), configuration);
        if (!csv.Read() || !csv.ReadHeader()) return;

        var header = csv.HeaderRecord!;
        while (csv.Read())
        {
            var row = new PSObject();
            for (var i = 0; i < header.Length; i++) row.Properties.Add(new PSNoteProperty(header[i], csv.TryGetField<string>(i, out var cell) ? cell : null));
            WriteObject(row);
        }
    }
}
