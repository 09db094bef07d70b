namespace HnCe.Pages.Files;

/// <summary>A scan beside what it proves, for <c>Shared/_Scan.cshtml</c>.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Missing">What is said when there is none.</param>
/// <param name="File">The file.</param>
public sealed record ScanView(string Title, string Missing, ScanFile? File);

/// <summary>A file to be shown: name, type and address.</summary>
public sealed record ScanFile(string Name, string Type, string Url);
