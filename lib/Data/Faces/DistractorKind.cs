namespace Workbook.Data;

/// <summary>What <see cref="Faces"/> draws where there is no face.</summary>
public enum DistractorKind
{
    /// <summary>A few straight strokes, dark or light.</summary>
    Strokes,

    /// <summary>A few soft round patches.</summary>
    Blobs,

    /// <summary>A head whose eyes, brows, nose and mouth lie anywhere in it: all the parts, and no face.</summary>
    ScrambledFace,

    /// <summary>Waves in two directions.</summary>
    Texture,
}
