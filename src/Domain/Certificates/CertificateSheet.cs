using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>
/// The face of the certificate (证书版式): one A4 page, portrait, 210 × 297 mm (ISO 216).
/// From above: frame, heading, number, sentence, records; at the foot the QR code left and the place of the seal right.
/// </summary>
internal sealed class CertificateSheet(Pen pen, CertificateContent content)
{
    public const float Width = 210 * Pen.Mm;
    public const float Height = 297 * Pen.Mm;

    private const float Left = 29.2f * Pen.Mm;
    private const float Inner = Width - 2 * Left;
    private const float FootTop = 228 * Pen.Mm;

    private static readonly SKColor _navy = new(0x14, 0x30, 0x5A);
    private static readonly SKColor _frame = new(0x1F, 0x3F, 0x73);
    private static readonly SKColor _ink = new(0x11, 0x11, 0x11);
    private static readonly SKColor _quiet = new(0x5B, 0x68, 0x7B);
    private static readonly SKColor _red = new(0xC0, 0x1F, 0x1F, 0x59);

    public void Draw()
    {
        Frame();
        Heading();
        Records(Sentence());
        Code();
        Seal();
        if (content.Void)
        {
            Voided();
        }
    }

    private void Frame()
    {
        var outer = SKRect.Create(14 * Pen.Mm, 14 * Pen.Mm, Width - 28 * Pen.Mm, Height - 28 * Pen.Mm);
        pen.Box(outer, 2.2f, _frame);
        outer.Inflate(-4.2f, -4.2f);
        pen.Box(outer, 0.6f, _frame);
        foreach (var (x, y) in new[] { (outer.Left, outer.Top), (outer.Right, outer.Top), (outer.Left, outer.Bottom), (outer.Right, outer.Bottom) })
        {
            pen.Corner(x, y, Math.Sign(Width / 2 - x) * 3.2f * Pen.Mm, Math.Sign(Height / 2 - y) * 3.2f * Pen.Mm, _frame);
        }
    }

    private void Heading()
    {
        var set = pen.Typesetter;
        pen.Centred(set.Fit(Wording.Province, new(15, _navy, Tracking: 0.22f), Inner, 15), Width / 2, 36.5f * Pen.Mm);
        pen.Centred(set.Fit(Wording.Heading, new(29, _navy, Bold: true, Tracking: 0.14f), Inner, 29), Width / 2, 50.5f * Pen.Mm);
        pen.Centred(set.Fit(Wording.Number(content), new(11, _ink, Tracking: 0.02f), Inner, 6), Width / 2, 60.5f * Pen.Mm);
    }

    private float Sentence()
    {
        var crowded = content.Records.Count > 10;
        var (size, pitch) = crowded ? (13f, 1.75f) : (15f, 2f);
        var lines = new List<TextLine>();
        for (; size > 8; size--)
        {
            lines = pen.Typesetter.Wrap(Wording.Sentence(content), new(size, _ink), Inner, mostLines: 12, indent: 2 * size, justify: true);
            if (lines.Count * size * pitch <= 52 * Pen.Mm)
            {
                break;
            }
        }
        var baseline = 70 * Pen.Mm + size * (crowded ? 1 : 1.4f);
        for (var i = 0; i < lines.Count; i++, baseline += size * pitch)
        {
            pen.Text(lines[i], i == 0 ? Left + 2 * size : Left, baseline);
        }
        return baseline - size * pitch / 2;
    }

    private void Records(float top)
    {
        var caption = top + 6.5f * Pen.Mm;
        var table = RecordTable.Plan(pen, content, Inner, FootTop - caption - 3 * Pen.Mm);
        pen.Text(pen.Typesetter.Fit(Wording.Records, new(11, _ink, Bold: true), Inner, 11), Left, caption);
        table.Draw(Left, caption + 2.6f * Pen.Mm);
    }

    private void Code()
    {
        const float Side = 27 * Pen.Mm;
        const float Top = 240 * Pen.Mm;
        QrModules.Draw(pen, content.VerificationUrl, Left, Top, Side);
        pen.Canvas.DrawUrlAnnotation(SKRect.Create(Left, Top, Side, Side), content.VerificationUrl);
        var baseline = Top + Side - 10f * Pen.Mm;
        foreach (var text in new[] { Wording.ScanOrType, Wording.CheckIt, Wording.Site(content) })
        {
            pen.Text(pen.Typesetter.Fit(text, new(9, _quiet), 48 * Pen.Mm, 6), Left + Side + 4 * Pen.Mm, baseline);
            baseline += 4.9f * Pen.Mm;
        }
    }

    private void Seal()
    {
        const float Centre = Width - Left - 31 * Pen.Mm;
        const float Middle = 250 * Pen.Mm;
        pen.DashedCircle(Centre, Middle, 20 * Pen.Mm, _quiet);
        pen.Centred(pen.Typesetter.Fit(Wording.Seal, new(9, _quiet), 30 * Pen.Mm, 9), Centre, Middle - 12 * Pen.Mm);
        var lines = IssuedBy(62 * Pen.Mm);
        var pitch = lines[0].Style.Size * 1.55f;
        var baseline = Middle + 2 * Pen.Mm - (lines.Count - 1) * pitch * 0.6f;
        foreach (var line in lines)
        {
            pen.Centred(line, Centre, baseline);
            baseline += pitch;
        }
        pen.Centred(pen.Typesetter.Fit(Wording.Date(content.IssuedOn), new(13, _ink), 62 * Pen.Mm, 13), Centre, baseline + 1.5f * Pen.Mm);
    }

    // The issuer is never cut: a name too long for two lines becomes smaller, then takes more lines.
    private List<TextLine> IssuedBy(float width)
    {
        for (var size = 13f; size > 9; size--)
        {
            var lines = pen.Typesetter.Balance(content.IssuedBy, new(size, _ink), width, mostLines: 3);
            if (lines.Count <= 2)
            {
                return lines;
            }
        }
        return pen.Typesetter.Balance(content.IssuedBy, new(9, _ink), width, mostLines: 5);
    }

    private void Voided()
    {
        var word = pen.Typesetter.Fit(Wording.Voided, new(140, _red, Bold: true, Tracking: 0.1f), Width, 100);
        pen.Canvas.Save();
        pen.Canvas.RotateDegrees(-32, Width / 2, Height / 2);
        pen.Centred(word, Width / 2, Height / 2 + 50);
        pen.Canvas.Restore();
    }
}
